import type { ShippedPart } from '../build/list-licences.ts'

/** Where the app lies; only root may change it. */
export const installedIn = '/opt/CareSheet'

/** The type of a file of bundles, by its name. */
export const bundleType = 'application/vnd.caresheet.bundles+json'

/**
 * What starts as `caresheet`: it says in words what Electron would answer with a crash, and leaves no image of memory on the
 * disk, where a patient's name would stand. Who ends it ends the app. What opens no window needs neither display nor sandbox, for it loads no page; root
 * may make a sheet, but restores nothing: the records would be root's.
 */
export const launcher = `#!/bin/sh
ulimit -c 0
export FONTCONFIG_FILE=${installedIn}/resources/fonts.conf
app=${installedIn}/caresheet
stop() {
  echo "$1" >&2
  exit 1
}
if ! [ -x "$app" ] || ! [ -r ${installedIn}/resources/app.asar ]; then
  stop "CareSheet is not complete on this computer. Please install it again."
fi
check() {
  (cd ${installedIn}/resources && sha256sum --check --status SHA256SUMS) ||
    stop "CareSheet's files are damaged. Nothing of yours is lost. Please install CareSheet again."
}
without_window() {
  check
  exec "$app" --no-sandbox --log-level=3 "$@"
}
case "$1" in
  sheet | --help | -h | --version) without_window "$@" ;;
esac
[ "$(id -u)" != 0 ] ||
  stop "CareSheet does not open as root, for what goes wrong could then go wrong with everything. Open it from your own account."
[ "$1" != restore ] || without_window "$@"
"$app" "$@" &
trap 'kill -TERM $!' TERM INT HUP
wait $!
status=$?
while kill -0 $! 2>/dev/null; do
  wait $!
  status=$?
done
[ "$status" = 0 ] || check
exit "$status"
`

/** The fonts of this computer, and one of ours: without any, Chromium would end with a crash. */
export const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${installedIn}/resources/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** The entry of the desktop's menu. */
export const desktopEntry = `[Desktop Entry]
Type=Application
Name=CareSheet
Name[zh_CN]=CareSheet 健康告知单
Name[es]=CareSheet
GenericName=Advice sheets for patients
GenericName[zh_CN]=给患者的健康告知单
GenericName[es]=Hojas de consejos para pacientes
Comment=Prints a short advice sheet in plain words
Comment[zh_CN]=打印一份简明易懂的健康告知单
Comment[es]=Imprime una hoja de consejos breve, en palabras sencillas
Exec=caresheet %f
Icon=caresheet
Terminal=false
StartupWMClass=CareSheet
Categories=MedicalSoftware;Office;
MimeType=${bundleType};
`

/** What tells the desktop which files are bundles. */
export const mimeInfo = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${bundleType}">
    <comment>Bundles of CareSheet</comment>
    <comment xml:lang="zh_CN">CareSheet 模板</comment>
    <comment xml:lang="es">Conjuntos de CareSheet</comment>
    <icon name="caresheet-bundle"/>
    <sub-class-of type="application/json"/>
    <glob pattern="*.caresheet-bundles"/>
  </mime-type>
</mime-info>
`

/** Refuses to put an older version over a newer one, whose data the older one may not be able to read. */
export function writePreInstall(version: string): string {
  return `#!/bin/sh
set -e
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt "${version}"; then
  echo "CareSheet $2 is installed and newer than ${version}, which could not read its data." >&2
  echo "Nothing was changed. To go back all the same, remove CareSheet first; your data stays." >&2
  exit 1
fi
`
}

/** What a Debian package must say of itself. @param kilobytes what it takes when it is installed */
export function writeControl(name: string, version: string, kilobytes: number, isStandIn: boolean): string {
  const about = isStandIn
    ? 'FOR TESTS ONLY: made from a stand-in for Electron, never for use with patients'
    : 'prints a short advice sheet in plain words, offline'
  const other = isStandIn ? 'caresheet' : 'caresheet-stand-in'
  return `Package: ${name}
Version: ${version}
Architecture: amd64
Maintainer: The CareSheet project <caresheet@localhost>
Section: misc
Priority: optional
Installed-Size: ${kilobytes}
Depends: libasound2 | libasound2t64, libatk-bridge2.0-0 | libatk-bridge2.0-0t64, libcups2 | libcups2t64, libgbm1, libgtk-3-0 | libgtk-3-0t64, libnss3, libsecret-1-0, libx11-xcb1
Recommends: cups-client, cups-ipp-utils, libgl1
Conflicts: ${other}
Replaces: ${other}
Description: ${about}
 A clinician ticks the causes that fit the patient, tailors the advice, and
 prints an advice sheet in English, Simplified Chinese or Spanish. CareSheet
 opens no network connection.
`
}

/** Debian's record of who owns what. */
export function writeCopyright(licence: string, parts: readonly ShippedPart[]): string {
  const list = parts.map(({ name, version, licence: theirs }) => ` ${name} ${version}: ${theirs}`).join('\n')
  return `CareSheet\n\n${licence}\n\nIt contains these parts of others. Their licences in full: THIRD-PARTY-LICENCES.txt beside this file; those of\nElectron and Chromium: ${installedIn}/LICENSE.electron.txt and LICENSES.chromium.html.\n\n${list}\n`
}
