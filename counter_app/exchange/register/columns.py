"""The columns of a register file: those of the circulars' register, and what a report needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.register import Rating
from counter_app.domain.states import State
from counter_app.exchange.laid_out import Column, Sheet

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.COUNTER: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POSTAL: "Bưu chính công ích",
}
RETURN_WAYS: Final[Mapping[ReturnWay, str]] = {
    ReturnWay.COUNTER: "Tại quầy",
    ReturnWay.POST: "Bưu chính",
    ReturnWay.ELECTRONIC: "Điện tử",
}
RATINGS: Final[Mapping[Rating, str]] = {
    Rating.VERY_SATISFIED: "Rất hài lòng",
    Rating.SATISFIED_SERVICE: "Hài lòng với dịch vụ",
    Rating.SATISFIED_ATTITUDE: "Hài lòng về thái độ phục vụ",
    Rating.UNSATISFIED_SKILL: "Không hài lòng về nghiệp vụ nhân viên",
    Rating.UNSATISFIED_TIME: "Không hài lòng về thời gian giao dịch",
    Rating.COMMENT: "Ý kiến góp ý",
}
STATES: Final[Mapping[State, str]] = {
    State.ANNOUNCED: "Mới đăng ký",
    State.RECEIVED: "Được tiếp nhận",
    State.REFUSED: "Không được tiếp nhận",
    State.PROCESSING: "Đang xử lý",
    State.SUPPLEMENT: "Yêu cầu bổ sung giấy tờ",
    State.PAYMENT: "Yêu cầu thực hiện nghĩa vụ tài chính",
    State.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    State.STOPPED: "Dừng xử lý",
    State.RESOLVED: "Đã xử lý xong",
    State.RETURNED: "Đã trả kết quả",
}

_MOMENT = "Ngày/tháng/năm, có thể kèm giờ: 20/11/2026 hoặc 20/11/2026 08:05."

REGISTER: Final = Sheet(
    "Sổ theo dõi hồ sơ",
    "Mỗi hồ sơ một dòng. Nhập lại tệp này không làm thay đổi những hồ sơ đã nhập.",
    (
        Column("position", "STT", "Chỉ để đọc; chương trình bỏ qua.", 6),
        Column("book", "Quyển số", "Quyển số của sổ theo dõi hồ sơ.", 10),
        Column("book_number", "Số thứ tự", "Số thứ tự trong quyển.", 10),
        Column("number", "Mã hồ sơ", "Mã đã cấp cho người dân, giữ nguyên.", 28, required=True),
        Column(
            "procedure_code",
            "Mã TTHC",
            "Mã thủ tục, ví dụ 1.001193; dán dưới dạng văn bản để Excel không bỏ số 0.",
            14,
            required=True,
        ),
        Column(
            "procedure_name",
            "Nội dung hồ sơ",
            "Tên thủ tục. Để trống nếu thủ tục có trong danh mục của trung tâm.",
            50,
        ),
        Column("summary", "Trích yếu", "Nội dung cụ thể, nếu có.", 30),
        Column(
            "agency",
            "Cơ quan giải quyết",
            "Mã định danh hoặc tên cơ quan trong danh mục của trung tâm.",
            28,
            required=True,
        ),
        Column(
            "channel",
            "Kênh tiếp nhận",
            "Để trống: trực tiếp.",
            18,
            choices=tuple(CHANNELS.values()),
        ),
        Column("service_level", "Mức độ", "Mức độ dịch vụ công: 2, 3 hoặc 4.", 9),
        Column("sets", "Số lượng (bộ)", "Để trống: 1.", 9),
        Column("owner_name", "Họ tên chủ hồ sơ", "Cá nhân hoặc tổ chức.", 28, required=True),
        Column("submitter_name", "Người nộp", "Để trống nếu chủ hồ sơ tự nộp.", 24),
        Column("identity_number", "Số định danh", "Căn cước, CMND, hộ chiếu hoặc mã số thuế.", 18),
        Column("address", "Địa chỉ chủ hồ sơ", "Như ghi trong sổ.", 36),
        Column("phone", "Số điện thoại", "Như ghi trong sổ.", 16),
        Column("received_at", "Ngày nhận hồ sơ", _MOMENT, 18, required=True),
        Column("due_at", "Hẹn trả kết quả", f"{_MOMENT} Để trống nếu không hẹn.", 18),
        Column("result_at", "Ngày có kết quả", f"{_MOMENT} Để trống nếu chưa có.", 18),
        Column("returned_at", "Ngày trả kết quả", f"{_MOMENT} Để trống nếu chưa trả.", 18),
        Column(
            "return_way",
            "Phương thức nhận kết quả",
            "Để trống: tại quầy.",
            16,
            choices=tuple(RETURN_WAYS.values()),
        ),
        Column("giver", "Bên giao", "Người trả kết quả.", 22),
        Column("receiver", "Bên nhận", "Người nhận kết quả.", 22),
        Column("officer_name", "Người nhận hồ sơ", "Cán bộ tiếp nhận.", 22),
        Column("place", "Địa bàn phát sinh hồ sơ", "Xã, phường nơi phát sinh.", 24),
        Column(
            "state",
            "Trạng thái",
            "Tên hoặc mã quốc gia 1–10. Để trống: suy ra từ ngày có kết quả và ngày trả.",
            26,
        ),
        Column("rating", "Đánh giá", "Rất hài lòng, hoặc một trong năm mức của Phụ lục II.", 26),
        Column("note", "Ghi chú", "", 30),
    ),
)
HEADERS: Final = tuple(column.header for column in REGISTER.columns)
