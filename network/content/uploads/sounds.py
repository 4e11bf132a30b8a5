"""MP3: the frames are kept, the labels before and after them (names, places, pictures) are not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

BITRATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BITRATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def clean(body: bytes) -> bytes:
    while body[:3] == b"ID3" and len(body) > 10:
        body = body[10 + _syncsafe(body[6:10]) :]
    if body[-128:-125] == b"TAG":
        body = body[:-128]
    length = _frame_length(body)
    if not length or not _frame_length(body[length:]):
        raise ValidationError(_("This recording cannot be read as MP3. Save it anew and try again."))
    return body


def _syncsafe(four: bytes) -> int:
    return (four[0] & 127) << 21 | (four[1] & 127) << 14 | (four[2] & 127) << 7 | four[3] & 127


def _frame_length(body: bytes) -> int:
    """Length of the layer III frame at the start, 0 when there is none."""
    if len(body) < 4 or body[0] != 0xFF or body[1] & 0xE6 != 0xE2:
        return 0
    version, rate = body[1] >> 3 & 3, body[2] >> 2 & 3
    bitrate = body[2] >> 4
    if version == 1 or rate == 3 or bitrate in {0, 15}:
        return 0
    kilobits = (BITRATES if version == 3 else BITRATES_2)[bitrate]
    samples = 144 if version == 3 else 72
    return samples * kilobits * 1000 // RATES[version][rate] + (body[2] >> 1 & 1)
