#!/bin/sh
# A printer that keeps what arrives, as NAME-JOB.pdf beside its options, and fails as the file NAME.mode says.
# CUPS calls it with: job, user, title, copies, options and maybe a file.
[ $# = 0 ] && exit 0
place=${DEVICE_URI#paper:}
cat ${6:+"$6"} >"$place-$1.pdf"
echo "$5" >"$place-$1.options"
echo "$3" >"$place-$1.title"
mode() { cat "$place.mode" 2>/dev/null; }
case $(mode) in
  empty)
    echo 'STATE: +media-empty-error' >&2
    echo 'ERROR: Load tray 2.' >&2
    while [ "$(mode)" = empty ]; do sleep 0.1; done
    echo 'STATE: -media-empty-error' >&2
    ;;
  slow) while [ "$(mode)" = slow ]; do sleep 0.1; done ;;
  broken)
    echo 'ERROR: The fuser is too hot.' >&2
    exit 4 # CUPS_BACKEND_STOP
    ;;
  gives-up)
    echo 'ERROR: The memory is full.' >&2
    exit 1 # CUPS_BACKEND_FAILED
    ;;
esac
exit 0
