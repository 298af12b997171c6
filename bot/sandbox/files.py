"""Files that people and the bot send: kept, told of, and refused where Telegram refuses them."""

from __future__ import annotations

import mimetypes
import struct
import uuid
from http import HTTPStatus

from telegram.constants import FileSizeLimit

from bot.sandbox.params import Params, Upload
from bot.sandbox.refusals import Refused, bad_request
from bot.sandbox.telegram import Telegram, method
from bot.sandbox.world import Json

MOST_OF_A_PHOTO = 10 * 1024 * 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_PNG_SIZE = struct.Struct(">16x2I")
_LARGEST_SIDES, _LARGEST_RATIO = 10_000, 20


def sent_file(telegram: Telegram, params: Params, name: str) -> Json:
    """The file a call sends: uploaded with it, or known by its id. Raises `Refused`."""
    upload = params.upload(name)
    if upload is not None:
        return store_file(telegram, _within_limits(upload))
    number = params.text(name)
    if not number:
        raise bad_request(f"there is no {name} in the request")
    if number not in telegram.world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return described(telegram, number)


def sent_photo(telegram: Telegram, params: Params) -> Json:
    """The picture a call sends, with its width and height. Raises `Refused` for what is none."""
    upload = params.upload("photo")
    if upload is not None and len(upload.body) > MOST_OF_A_PHOTO:
        size = len(upload.body)
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {MOST_OF_A_PHOTO} bytes"
        )
    if upload is not None and upload.body and not upload.body.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    file = sent_file(telegram, params, "photo")
    width, height = _sides(telegram.world.files[file["file_id"]][1])
    if width + height > _LARGEST_SIDES or max(width, height) > _LARGEST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {**file, "width": width, "height": height}


def _within_limits(upload: Upload) -> Upload:
    if len(upload.body) > FileSizeLimit.FILESIZE_UPLOAD:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Request Entity Too Large")
    return upload


def _sides(body: bytes) -> tuple[int, int]:
    """Width and height as a PNG tells them; the usual ones for other pictures."""
    if body.startswith(_PICTURES[0]) and len(body) >= _PNG_SIZE.size:
        return _PNG_SIZE.unpack_from(body)
    return 640, 480


def store_file(telegram: Telegram, upload: Upload) -> Json:
    """Keep a file and tell of it as the Bot API does. Raises `Refused` for an empty one."""
    if not upload.body:
        raise bad_request("file must be non-empty")
    number = uuid.uuid4().hex
    telegram.world.files[number] = (upload.name, upload.body)
    return described(telegram, number)


def described(telegram: Telegram, number: str) -> Json:
    """What the Bot API tells of a file that is kept."""
    name, body = telegram.world.files[number]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    named = {"file_name": name, "mime_type": kind}
    return {"file_id": number, "file_unique_id": number[:16], "file_size": len(body), **named}


@method
def get_file(telegram: Telegram, params: Params) -> Json:
    """Where a file can be fetched."""
    number = params.text("file_id")
    if number not in telegram.world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    told = described(telegram, number)
    if told["file_size"] > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    kept = {key: told[key] for key in ("file_id", "file_unique_id", "file_size")}
    return {**kept, "file_path": f"documents/{number}"}
