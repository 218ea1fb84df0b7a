"""Shot logs as files that other tools open: CSV, OpenTimelineIO, ELAN and Web Annotation."""

from return_to_dust.shotlog.formats import losses, read_shot_log, write_shot_log
from return_to_dust.shotlog.log import ShotLog

__all__ = ["ShotLog", "losses", "read_shot_log", "write_shot_log"]
