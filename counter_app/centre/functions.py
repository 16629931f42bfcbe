"""The messages of the sync protocol, as functions in the centre's database.

A seat's login may execute these and nothing else; they run with the owner's rights, know who calls
by `session_user`, and take every well-formed entry: nothing is refused for what it says. All calls
may be repeated: a repeated one gets the same answer.

Control messages are JSON in and out, so that a later version can add fields; entries travel in
binary arrays, because text arrays cost a client thirty times more.
"""

from __future__ import annotations

from typing import Final

_PUSH_TYPES: Final = (
    "uuid, bigint, uuid[], uuid[], text[], integer[], bigint[], bigint[], bigint[], "
    "text[], text[], text[], bytea[], bytea[]"
)
SIGNATURES: Final = (
    "hello(jsonb)",
    f"push({_PUSH_TYPES})",
    "pull(uuid[], bigint[], integer)",
    "hashes(uuid, bigint[])",
    "close_day(jsonb)",
    "enrol(jsonb)",
    "renew(jsonb)",
)
"""What the group of seats may execute."""

_COMMON: Final = """
CREATE OR REPLACE FUNCTION now_ms() RETURNS bigint LANGUAGE sql
    RETURN (extract(epoch FROM clock_timestamp()) * 1000)::bigint;

CREATE OR REPLACE FUNCTION raise_alarm(p_stream uuid, p_kind text, p_message text)
RETURNS void LANGUAGE sql SET search_path = counter, pg_temp AS $$
    -- whoever causes alarms without end must not fill the disk, nor hide what others cause
    INSERT INTO alarm (raised_at, stream_id, kind, message, settled)
    SELECT now_ms(), p_stream, p_kind, left(p_message, 500), false
    WHERE 100 > (SELECT count(*) FROM alarm
        WHERE NOT settled AND kind = p_kind AND stream_id IS NOT DISTINCT FROM p_stream)
    ON CONFLICT (kind, message) WHERE NOT settled DO NOTHING
$$;

-- A login with an unused one-time code can do nothing but enrol.
CREATE OR REPLACE FUNCTION suspended() RETURNS boolean LANGUAGE sql STABLE
SET search_path = counter, pg_temp AS $$
    SELECT EXISTS (SELECT FROM enrolment WHERE login = session_user::text AND used_at IS NULL)
$$;

CREATE OR REPLACE FUNCTION assert_member() RETURNS void LANGUAGE plpgsql STABLE
SET search_path = counter, pg_temp AS $$
BEGIN
    IF suspended() OR NOT EXISTS (
        SELECT FROM stream WHERE login = session_user::text AND state = 'open'
    ) THEN
        RAISE EXCEPTION 'not an enrolled seat' USING ERRCODE = 'CA002';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION opened(p_login text, p_token uuid) RETURNS stream LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
DECLARE
    v_stream stream%ROWTYPE;
BEGIN
    SELECT * INTO v_stream FROM stream WHERE login = p_login AND opened_by = p_token;
    IF FOUND THEN
        IF v_stream.nonce IS NULL THEN  -- a restore was announced since
            UPDATE stream SET nonce = gen_random_uuid()
            WHERE stream_id = v_stream.stream_id RETURNING * INTO v_stream;
        END IF;
        RETURN v_stream;
    END IF;
    SELECT * INTO v_stream FROM stream WHERE login = p_login AND state = 'spare'
        ORDER BY stream_id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
        UPDATE stream SET state = 'open', opened_at = now_ms(), opened_by = p_token,
            nonce = gen_random_uuid()
        WHERE stream_id = v_stream.stream_id RETURNING * INTO v_stream;
    END IF;
    RETURN v_stream;
END $$;
"""

_HELLO: Final = """
CREATE OR REPLACE FUNCTION hello(p_message jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
DECLARE
    v_centre centre%ROWTYPE;
    v_stream stream%ROWTYPE;
    v_id uuid := (p_message->>'stream')::uuid;
    v_nonce uuid := (p_message->>'nonce')::uuid;
    v_attempt uuid := (p_message->>'attempt')::uuid;
    v_seq bigint;
    v_hash bytea;
    v_status text := 'ok';
    v_lost boolean;
    v_rewound boolean;
    v_epoch integer := coalesce((p_message->>'epoch')::integer, 0);
    v_skew bigint := (p_message->>'now')::bigint - now_ms();
BEGIN
    IF suspended() THEN
        RETURN jsonb_build_object('status', 'suspended');
    END IF;
    SELECT * INTO v_centre FROM centre;
    IF (p_message->>'protocol_max')::int < v_centre.protocol_min
       OR (p_message->>'protocol_min')::int > v_centre.protocol_max THEN
        RETURN jsonb_build_object('status', 'protocol',
            'protocol_min', v_centre.protocol_min, 'protocol_max', v_centre.protocol_max);
    END IF;
    SELECT seq, hash INTO v_seq, v_hash FROM head WHERE stream_id = v_id;
    v_seq := coalesce(v_seq, 0);
    v_lost := (p_message->>'acked')::bigint > v_seq;
    v_epoch := least(v_epoch, v_centre.epoch + 100);  -- nobody can use up the numbers of epochs
    v_rewound := v_lost OR v_epoch > v_centre.epoch;
    IF v_rewound THEN
        -- the first who tells of a restore that nobody announced
        UPDATE centre SET epoch = greatest(epoch, v_epoch) + 1 WHERE epoch <= v_epoch;
        IF FOUND THEN
            UPDATE stream SET state = 'held' WHERE state = 'spare';
            SELECT * INTO v_centre FROM centre;
        END IF;
    END IF;
    SELECT * INTO v_stream FROM stream
        WHERE stream_id = v_id AND login = session_user::text FOR UPDATE;
    -- a machine that is off may have opened one of these and given numbers of its range away
    UPDATE stream SET state = 'sealed'
        WHERE login = session_user::text AND state = 'held' AND stream_id <> v_id;
    IF v_stream IS NULL THEN
        v_status := 'unknown';
    ELSIF v_stream.state = 'sealed' THEN
        v_status := 'sealed';
    ELSIF v_nonce = v_stream.previous_nonce AND v_attempt = v_stream.attempt THEN
        NULL;  -- the answer was lost: the same again
    ELSIF v_stream.state IN ('spare', 'held') OR v_stream.nonce IS NULL OR v_nonce = v_stream.nonce
       OR v_rewound THEN
        -- a spare that somebody writes was opened before this database was restored
        UPDATE stream SET state = 'open', nonce = gen_random_uuid(), previous_nonce = v_nonce,
            attempt = v_attempt
        WHERE stream_id = v_id RETURNING * INTO v_stream;
    ELSE
        v_status := 'stale';
    END IF;
    IF v_lost THEN
        PERFORM raise_alarm(v_id, 'rewound', format('the centre lost entries that %s had sent; '
            'its counters bring them back', session_user));
    END IF;
    IF v_status = 'ok' THEN
        UPDATE stream SET seen_at = now_ms(), skew_ms = v_skew,
            client_version = left(p_message->>'version', 32), unsent = (p_message->>'unsent')::int
        WHERE stream_id = v_id;
        IF abs(v_skew) > 120000 THEN
            PERFORM raise_alarm(v_id, 'clock', format('the clock of seat %s is wrong',
                v_stream.seat_number));
        END IF;
    END IF;
    RETURN jsonb_build_object(
        'status', v_status,
        'protocol', least((p_message->>'protocol_max')::int, v_centre.protocol_max),
        'centre', v_centre.centre_id, 'centre_stream', v_centre.stream_id,
        'epoch', v_centre.epoch, 'now', now_ms(),
        'nonce', CASE WHEN v_status = 'ok' THEN v_stream.nonce END,
        'heads', coalesce((SELECT jsonb_object_agg(stream_id,
            jsonb_build_array(seq, encode(hash, 'hex'))) FROM head), '{}'));
END $$;
"""

# Set-returning functions in a select list are read row by row; in FROM they would be stored first.
# textsend gives the bytes in the client's encoding, which is therefore asked for.
_PUSH: Final = """
CREATE OR REPLACE FUNCTION push(
    p_stream uuid, p_first bigint, p_entry_ids uuid[], p_subjects uuid[], p_kinds text[],
    p_versions integer[], p_occurred bigint[], p_recorded bigint[], p_clocks bigint[],
    p_officers text[], p_based_on text[], p_payloads text[], p_payload_hashes bytea[],
    p_hashes bytea[], OUT o_status text, OUT o_seq bigint, OUT o_hash bytea
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = counter, pg_temp AS $$
DECLARE
    v_state text;
    v_count integer := cardinality(p_hashes);
    v_known bigint;
    v_clock bigint;
    v_stored bigint;
    v_day date := (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_bytes bigint;
BEGIN
    IF pg_client_encoding() <> 'UTF8' OR v_count > 5000 THEN
        RAISE EXCEPTION 'at most 5000 entries at once, in UTF-8' USING ERRCODE = 'CA001';
    END IF;
    IF v_count > 0 AND (array_ndims(p_hashes) <> 1 OR array_lower(p_hashes, 1) <> 1) THEN
        RAISE EXCEPTION 'arrays of one dimension, counted from 1' USING ERRCODE = 'CA001';
    END IF;
    SELECT state INTO v_state FROM stream
        WHERE stream_id = p_stream AND login = session_user::text FOR UPDATE;
    IF v_state IS DISTINCT FROM 'open' OR suspended() THEN
        o_status := CASE v_state WHEN 'sealed' THEN 'sealed' ELSE 'unknown' END;
        RETURN;
    END IF;
    SELECT seq, hash, clock INTO o_seq, o_hash, v_clock FROM head WHERE stream_id = p_stream;
    o_seq := coalesce(o_seq, 0);
    o_hash := coalesce(o_hash, decode(repeat('00', 32), 'hex'));
    IF p_first > o_seq + 1 THEN
        o_status := 'gap';
        RETURN;
    END IF;
    v_known := least(o_seq - p_first + 1, v_count);
    IF v_known > 0 THEN
        IF (SELECT hash FROM journal WHERE stream_id = p_stream AND seq = p_first + v_known - 1)
           IS DISTINCT FROM p_hashes[v_known] THEN
            o_status := 'forked';
            PERFORM raise_alarm(p_stream, 'forked', format('seat %s sent other entries under '
                'numbers already taken', (SELECT seat_number FROM stream
                WHERE stream_id = p_stream)));
            RETURN;
        END IF;
        p_entry_ids := p_entry_ids[v_known + 1:];
        p_subjects := p_subjects[v_known + 1:];
        p_kinds := p_kinds[v_known + 1:];
        p_versions := p_versions[v_known + 1:];
        p_occurred := p_occurred[v_known + 1:];
        p_recorded := p_recorded[v_known + 1:];
        p_clocks := p_clocks[v_known + 1:];
        p_officers := p_officers[v_known + 1:];
        p_based_on := p_based_on[v_known + 1:];
        p_payloads := p_payloads[v_known + 1:];
        p_payload_hashes := p_payload_hashes[v_known + 1:];
        p_hashes := p_hashes[v_known + 1:];
        v_count := v_count - v_known;
    END IF;
    o_status := 'ok';
    IF v_count = 0 THEN
        RETURN;
    END IF;
    -- whoever stole a seat must not fill the disk; what an honest one has more waits for tomorrow
    v_bytes := 300 * v_count + pg_column_size(p_payloads) + pg_column_size(p_based_on)
        + pg_column_size(p_kinds) + pg_column_size(p_officers);
    INSERT INTO sent_today AS known (login, day, entries, bytes)
        SELECT session_user::text, v_day, v_count, v_bytes FROM centre
        WHERE v_count <= daily_entries AND v_bytes <= daily_bytes
        ON CONFLICT (login) DO UPDATE SET day = v_day,
            entries = v_count + CASE known.day WHEN v_day THEN known.entries ELSE 0 END,
            bytes = v_bytes + CASE known.day WHEN v_day THEN known.bytes ELSE 0 END
        WHERE known.day <> v_day OR EXISTS (SELECT FROM centre WHERE
            known.entries + v_count <= daily_entries AND known.bytes + v_bytes <= daily_bytes);
    IF NOT FOUND THEN
        o_status := 'limit';
        PERFORM raise_alarm(p_stream, 'daily_limit', format('%s sends more than the centre takes '
            'from a seat in a day', session_user));
        RETURN;
    END IF;
    INSERT INTO journal (stream_id, seq, entry_id, subject, kind, version, occurred_at,
        recorded_at, clock, officer, based_on, payload, payload_hash, hash)
    SELECT p_stream, seq, entry_id, subject, kind, version, occurred_at, recorded_at, clock,
        officer, based_on, payload, payload_hash, hash
    FROM (
        SELECT generate_series(o_seq + 1, o_seq + v_count) AS seq,
            unnest(p_entry_ids) AS entry_id, unnest(p_subjects) AS subject,
            unnest(p_kinds) AS kind, unnest(p_versions) AS version,
            unnest(p_occurred) AS occurred_at, unnest(p_recorded) AS recorded_at,
            unnest(p_clocks) AS clock, unnest(p_officers) AS officer,
            unnest(p_based_on) AS based_on, unnest(p_payloads) AS payload,
            unnest(p_payload_hashes) AS payload_hash, unnest(p_hashes) AS hash,
            unnest(o_hash || p_hashes[:v_count - 1]) AS previous
        OFFSET 0
    ) AS sent
    -- what a counter would not believe must not come in: it would hold up all the others
    WHERE octet_length(payload_hash) = 32
      AND (payload IS NULL OR payload_hash = sha256(textsend(payload)))
      AND coalesce(octet_length(payload), 0) <= 4194304  -- a counter writes a quarter of it at most
      AND hash = sha256(previous || uuid_send(p_stream) || int8send(seq) || uuid_send(entry_id)
        || uuid_send(subject) || int8send(occurred_at) || int8send(recorded_at) || int8send(clock)
        || int4send(version) || textsend(kind) || '\\x00'::bytea || textsend(officer)
        || '\\x00'::bytea || textsend(based_on) || '\\x00'::bytea || payload_hash);
    GET DIAGNOSTICS v_stored = ROW_COUNT;
    IF v_stored <> v_count THEN
        RAISE EXCEPTION 'entries do not continue the chain' USING ERRCODE = 'CA001';
    END IF;
    INSERT INTO arrival (stream_id, seq, first, arrived_at)
        VALUES (p_stream, o_seq + v_count, o_seq + 1, now_ms());
    o_seq := o_seq + v_count;
    o_hash := p_hashes[v_count];
    v_clock := greatest(v_clock, (SELECT max(sent) FROM unnest(p_clocks) AS sent));
    INSERT INTO head AS standing (stream_id, seq, hash, clock)
        VALUES (p_stream, o_seq, o_hash, v_clock)
        ON CONFLICT (stream_id) DO UPDATE SET seq = o_seq, hash = o_hash, clock = v_clock;
END $$;
"""

_PULL: Final = """
CREATE OR REPLACE FUNCTION pull(p_streams uuid[], p_after bigint[], p_limit integer)
RETURNS SETOF journal LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2000
SET search_path = counter, pg_temp AS $$
DECLARE
    v_left bigint := least(p_limit, 5000);
    v_found bigint;
BEGIN
    PERFORM assert_member();
    IF cardinality(p_streams) > 100000 THEN
        RAISE EXCEPTION 'at most 100000 streams at once' USING ERRCODE = 'CA001';
    END IF;
    FOR v_at IN 1 .. cardinality(p_streams) LOOP
        RETURN QUERY SELECT * FROM journal
            WHERE stream_id = p_streams[v_at] AND seq > p_after[v_at] ORDER BY seq LIMIT v_left;
        GET DIAGNOSTICS v_found = ROW_COUNT;
        v_left := v_left - v_found;
        EXIT WHEN v_left <= 0;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION hashes(p_stream uuid, p_seqs bigint[]) RETURNS bytea[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = counter, pg_temp AS $$
BEGIN
    PERFORM assert_member();
    IF cardinality(p_seqs) > 5000 THEN
        RAISE EXCEPTION 'at most 5000 hashes at once' USING ERRCODE = 'CA001';
    END IF;
    RETURN (
        SELECT array_agg(hash ORDER BY asked.position)
        FROM unnest(p_seqs) WITH ORDINALITY AS asked(at, position)
        LEFT JOIN journal ON stream_id = p_stream AND seq = asked.at
    );
END $$;
"""

_CLOSE_DAY: Final = """
CREATE OR REPLACE FUNCTION close_day(p_message jsonb) RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = counter, pg_temp AS $$
DECLARE
    v_stream uuid := (p_message->>'stream')::uuid;
    v_day date := (p_message->>'day')::date;
    v_seq bigint := (p_message->>'seq')::bigint;
    v_hash bytea := decode(p_message->>'hash', 'hex');
    v_counts jsonb;
    v_proof proof%ROWTYPE;
    v_letters CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    v_random bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
    PERFORM assert_member();
    PERFORM FROM stream WHERE stream_id = v_stream AND login = session_user::text;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('status', 'unknown');
    END IF;
    IF v_day IS NULL OR v_hash IS NULL OR v_hash IS DISTINCT FROM (CASE
        WHEN v_seq = 0 THEN decode(repeat('00', 32), 'hex')
        ELSE (SELECT hash FROM journal WHERE stream_id = v_stream AND seq = v_seq) END) THEN
        RETURN jsonb_build_object('status', 'differs');
    END IF;
    SELECT coalesce(jsonb_object_agg(kind, number), '{}') INTO v_counts FROM (
        SELECT kind, count(*) AS number FROM journal
        WHERE stream_id = v_stream AND seq BETWEEN (p_message->>'first')::bigint AND v_seq
        GROUP BY kind
    ) AS counted;
    IF v_counts IS DISTINCT FROM p_message->'counts' THEN
        RETURN jsonb_build_object('status', 'differs', 'counts', v_counts);
    END IF;
    -- one entry ends a few days at most: proofs without end must not fill the disk
    IF 50 <= (SELECT count(*) FROM proof
              WHERE stream_id = v_stream AND seq = v_seq AND day <> v_day) THEN
        RETURN jsonb_build_object('status', 'differs');
    END IF;
    INSERT INTO proof (stream_id, day, seq, hash, counts, code, given_at)
    SELECT v_stream, v_day, v_seq, v_hash, v_counts::text,
        string_agg(CASE WHEN place = 5 THEN '-' ELSE '' END
            || substr(v_letters, 1 + get_byte(v_random, byte) % 32, 1), '' ORDER BY place),
        now_ms()
    -- the two bytes of a random UUID that are not random are left out
    FROM unnest(ARRAY[0, 1, 2, 3, 4, 16, 17, 18, 19, 20]) WITH ORDINALITY AS drawn(byte, nth),
        LATERAL (SELECT nth - 1 AS place) AS placed
    ON CONFLICT DO NOTHING;
    SELECT * INTO v_proof FROM proof
        WHERE stream_id = v_stream AND day = v_day AND seq = v_seq;
    RETURN jsonb_build_object('status', 'ok', 'code', v_proof.code, 'counts', v_counts,
        'given_at', v_proof.given_at);
END $$;
"""

_ENROL: Final = """
CREATE OR REPLACE FUNCTION enrol(p_message jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
DECLARE
    v_code enrolment%ROWTYPE;
    v_centre centre%ROWTYPE;
    v_stream stream%ROWTYPE;
    v_token uuid := (p_message->>'token')::uuid;
BEGIN
    SELECT * INTO v_centre FROM centre;
    IF (p_message->>'protocol_max')::int < v_centre.protocol_min
       OR (p_message->>'protocol_min')::int > v_centre.protocol_max THEN
        RETURN jsonb_build_object('status', 'protocol',
            'protocol_min', v_centre.protocol_min, 'protocol_max', v_centre.protocol_max);
    END IF;
    SELECT * INTO v_code FROM enrolment
        WHERE code_hash = sha256(convert_to(p_message->>'secret', 'UTF8'))
          AND login = session_user::text FOR UPDATE;
    IF NOT FOUND OR v_token IS NULL THEN
        RETURN jsonb_build_object('status', 'wrong');
    ELSIF v_code.used_at IS NULL AND v_code.valid_until < now_ms() THEN
        RETURN jsonb_build_object('status', 'expired');
    ELSIF v_code.used_at IS NOT NULL AND v_code.used_by IS DISTINCT FROM v_token THEN
        RETURN jsonb_build_object('status', 'used');
    END IF;
    v_stream := opened(session_user::text, v_token);
    IF v_stream.stream_id IS NULL THEN
        RETURN jsonb_build_object('status', 'no_spare');
    END IF;
    UPDATE enrolment SET used_at = now_ms(), used_by = v_token
        WHERE code_hash = v_code.code_hash AND used_at IS NULL;
    UPDATE stream SET state = 'sealed'
        WHERE login = session_user::text AND state = 'open' AND stream_id <> v_stream.stream_id;
    RETURN jsonb_build_object('status', 'ok', 'stream', v_stream.stream_id,
        'seat', v_stream.seat_number, 'nonce', v_stream.nonce, 'centre', v_centre.centre_id,
        'centre_stream', v_centre.stream_id, 'epoch', v_centre.epoch);
END $$;

CREATE OR REPLACE FUNCTION renew(p_message jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
DECLARE
    v_stream stream%ROWTYPE;
    v_repeated boolean;
    v_former uuid := (p_message->>'stream')::uuid;
    v_token uuid := (p_message->>'token')::uuid;
BEGIN
    IF suspended() OR v_token IS NULL THEN
        RETURN jsonb_build_object('status', 'suspended');
    END IF;
    PERFORM FROM stream WHERE login = session_user::text AND opened_by = v_token;
    v_repeated := FOUND;
    v_stream := opened(session_user::text, v_token);
    IF NOT v_repeated THEN
        IF v_stream.stream_id IS NULL THEN
            PERFORM raise_alarm(NULL, 'no_spare', format('%s needs a new stream and has no spare',
                session_user));
            RETURN jsonb_build_object('status', 'no_spare');
        END IF;
        PERFORM raise_alarm(v_former, 'renewed', format(
            'seat %s goes on in stream %s, its former one %s could not be continued: %s',
            v_stream.seat_number, v_stream.stream_id, v_former,
            left(p_message->>'reason', 200)));
    END IF;
    RETURN jsonb_build_object('status', 'ok', 'stream', v_stream.stream_id,
        'seat', v_stream.seat_number, 'nonce', v_stream.nonce);
END $$;
"""

STATEMENTS: Final = (_COMMON, _HELLO, _PUSH, _PULL, _CLOSE_DAY, _ENROL)
