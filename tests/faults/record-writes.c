// Loaded before libc: writes down, in order, what a process does to the files of RECORD_FOLDER. Each entry is
// { char what; char name[31]; int64 offset; int64 size; } and, for a write, its bytes, for a rename the new name. The folder
// itself is called ".". Linux only.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static char names[4096][31];
static int record_to = -1;
#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

static const char *name_inside(const char *path) {
  const char *folder = getenv("RECORD_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  if (!length || strncmp(path, folder, length)) return NULL;
  return !path[length] ? "." : path[length] == '/' ? path + length + 1 : NULL;
}
static void record(char what, const char *name, int64_t offset, int64_t size, const void *bytes) {
  struct { char what; char name[31]; int64_t offset, size; } entry = { .what = what, .offset = offset, .size = size };
  strncpy(entry.name, name, 30);
  if (record_to < 0) record_to = REAL(open)(getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  struct iovec parts[] = { { &entry, sizeof entry }, { (void *)bytes, bytes ? (size_t)size : 0 } };
  if (writev(record_to, parts, 2) < 0) abort();
}
static int remember(int file, const char *path) {
  const char *name = name_inside(path);
  if (file >= 0 && file < 4096) strncpy(names[file], name ? name : "", 30);
  return file;
}
#define KNOWN(file) (file >= 0 && file < 4096 && names[file][0])
#define OPEN(name) int name(const char *path, int flags, ...) { \
  va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more); \
  return remember(REAL(name)(path, flags, mode), path); }
OPEN(open)
OPEN(open64)
int close(int file) { if (file >= 0 && file < 4096) names[file][0] = 0; return REAL(close)(file); }
ssize_t write(int file, const void *bytes, size_t size) {
  if (KNOWN(file)) record('a', names[file], 0, size, bytes);
  return REAL(write)(file, bytes, size);
}
#define PWRITE(name, kind) ssize_t name(int file, const void *bytes, size_t size, kind offset) { \
  if (KNOWN(file)) record('w', names[file], offset, size, bytes); return REAL(name)(file, bytes, size, offset); }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
#define TRUNCATE(name, kind) int name(int file, kind size) { \
  if (KNOWN(file)) record('t', names[file], size, 0, NULL); return REAL(name)(file, size); }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
// What is synced is on the disk once the call is back, so it is written down after it.
#define SYNC(name) int name(int file) { \
  int result = REAL(name)(file); if (KNOWN(file)) record('s', names[file], 0, 0, NULL); return result; }
SYNC(fsync)
SYNC(fdatasync)
int rename(const char *from, const char *to) {
  int result = REAL(rename)(from, to);
  if (!result && name_inside(from) && name_inside(to)) record('r', name_inside(from), 0, strlen(name_inside(to)), name_inside(to));
  return result;
}
int unlink(const char *path) { if (name_inside(path)) record('u', name_inside(path), 0, 0, NULL); return REAL(unlink)(path); }
