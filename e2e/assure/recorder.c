/*
 * Writes down, in their order, the calls with which a process changes files below one folder: loaded with LD_PRELOAD.
 *
 * ASSURE_FOLDER   absolute path; only files below it (and the folder itself) are written down
 * ASSURE_RECORD   file to which each call is appended once it has succeeded: kind, length of the path, length of the bytes (32 bits each),
 *                 offset or size (64 bits), then the path and the bytes (for a rename: the new path)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, SYNC, TRUNCATE, RENAME, UNLINK, CREATE, MKDIR };

static int record = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void attach(void) {
  const char *path = getenv("ASSURE_RECORD");
  const char *below = getenv("ASSURE_FOLDER");
  if (!path || !below || strlen(below) >= sizeof folder) return;
  folder_length = strlen(below);
  memcpy(folder, below, folder_length + 1);
  record = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
}

static int ours(const char *path) {
  return record >= 0 && path && strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || path[folder_length] == 0);
}

static int path_of(int file, char *path) {
  char link[64];
  if (record < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return ours(path);
}

static void note(uint32_t kind, const char *path, int64_t at, const void *bytes, size_t size) {
  uint32_t lengths[3] = { kind, (uint32_t)strlen(path), (uint32_t)size };
  struct iovec parts[4] = { { lengths, sizeof lengths }, { &at, sizeof at }, { (void *)path, lengths[1] }, { (void *)bytes, size } };
  pthread_mutex_lock(&turn);
  if (syscall(SYS_writev, record, parts, 4) < 0) abort();
  pthread_mutex_unlock(&turn);
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

static void wrote(int file, const void *bytes, ssize_t size, off_t at) {
  char path[PATH_MAX];
  if (size > 0 && path_of(file, path)) note(WRITE, path, at, bytes, (size_t)size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  off_t at = record >= 0 ? lseek(file, 0, SEEK_CUR) : 0;
  ssize_t done = real(file, bytes, size);
  /* A file that is appended to is written at its end, wherever it stood. */
  if (done > 0 && record >= 0 && (fcntl(file, F_GETFL) & O_APPEND)) at = lseek(file, 0, SEEK_CUR) - done;
  wrote(file, bytes, done, at);
  return done;
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  ssize_t done = real(file, bytes, size, at);
  wrote(file, bytes, done, at);
  return done;
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  ssize_t done = real(file, bytes, size, at);
  wrote(file, bytes, done, at);
  return done;
}

#define ON_FILE(name, kind, at, parameters, arguments, ...) \
  int name parameters { \
    REAL(int, #name, __VA_ARGS__); \
    char path[PATH_MAX]; \
    int done = real arguments; \
    if (done == 0 && path_of(file, path)) note(kind, path, at, "", 0); \
    return done; \
  }
ON_FILE(fsync, SYNC, 0, (int file), (file), int)
ON_FILE(fdatasync, SYNC, 0, (int file), (file), int)
ON_FILE(ftruncate, TRUNCATE, size, (int file, off_t size), (file, size), int, off_t)
ON_FILE(ftruncate64, TRUNCATE, size, (int file, off_t size), (file, size), int, off_t)

int rename(const char *path, const char *to) {
  REAL(int, "rename", const char *, const char *);
  int done = real(path, to);
  if (done == 0 && ours(path)) note(RENAME, path, 0, to, strlen(to));
  return done;
}
#define REMOVER(name) \
  int name(const char *path) { \
    REAL(int, #name, const char *); \
    int done = real(path); \
    if (done == 0 && ours(path)) note(UNLINK, path, 0, "", 0); \
    return done; \
  }
REMOVER(unlink)
REMOVER(remove)
REMOVER(rmdir)

/* A folder and all that is in it is taken away name by name, each seen from the folder it lies in. */
int unlinkat(int from, const char *name, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  char path[PATH_MAX * 2];
  int is_ours = name[0] == '/' ? ours(name) : record >= 0 && from != AT_FDCWD && path_of(from, path);
  int done = real(from, name, flags);
  if (done != 0 || !is_ours) return done;
  if (name[0] == '/') note(UNLINK, name, 0, "", 0);
  else {
    size_t length = strlen(path);
    snprintf(path + length, sizeof path - length, "/%s", name);
    note(UNLINK, path, 0, "", 0);
  }
  return done;
}
int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  int done = real(path, mode);
  if (done == 0 && ours(path)) note(MKDIR, path, 0, "", 0);
  return done;
}

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPENER(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    struct stat there; \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_of(flags, rest); \
    va_end(rest); \
    int is_ours = ours(path); \
    int makes = is_ours && (flags & O_CREAT) && fstatat(AT_FDCWD, path, &there, 0) != 0; \
    int file = real(path, flags, mode); \
    if (file >= 0 && makes) note(CREATE, path, 0, "", 0); \
    else if (file >= 0 && is_ours && (flags & O_TRUNC)) note(TRUNCATE, path, 0, "", 0); \
    return file; \
  }
OPENER(open)
OPENER(open64)
