/*
 * Makes the file system fail on demand, for files under one folder: loaded into the vault process with LD_PRELOAD.
 *
 * ASSURE_FOLDER   absolute path; only files below it (or the folder itself) are touched
 * ASSURE_CONTROL  file of six 32-bit integers and a text, shared with the test while the process runs:
 *   [0] kinds   which calls count and may fail, a sum of the KIND_ values; 0 is off
 *   [1] from    the first call that fails, counted from 1
 *   [2] action  an errno, or ACT_SHORT (write half), ACT_KILL (SIGKILL before the call), ACT_STOP (SIGSTOP before it, to look at what there is)
 *   [3] times   how many calls in a row fail
 *   [4] seen    calls counted so far (written here)
 *   [5] struck  calls that were made to fail (written here)
 *   then        path of the file of the first of these, ending in a zero byte (written here)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { KIND_WRITE = 1, KIND_SYNC = 2, KIND_TRUNCATE = 4, KIND_RENAME = 8, KIND_CREATE = 16, KIND_OPEN = 32, KIND_UNLINK = 64, KIND_MKDIR = 128 };
enum { ACT_SHORT = -1, ACT_KILL = -2, ACT_STOP = -3 };

enum { CONTROL_SIZE = 6 * sizeof(int) + PATH_MAX };

static volatile int *control;
/* Of the call that is being looked at. */
static __thread char asked_path[PATH_MAX];
static char folder[PATH_MAX];
static size_t folder_length;

__attribute__((constructor)) static void attach(void) {
  const char *path = getenv("ASSURE_CONTROL");
  const char *below = getenv("ASSURE_FOLDER");
  if (!path || !below) return;
  folder_length = strlen(below);
  if (folder_length >= sizeof folder) return;
  memcpy(folder, below, folder_length + 1);
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (file < 0) return;
  void *shared = mmap(NULL, CONTROL_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) control = shared;
  syscall(SYS_close, file);
}

static int ours(const char *path) {
  if (!path || strncmp(path, folder, folder_length) != 0 || (path[folder_length] != '/' && path[folder_length] != 0)) return 0;
  snprintf(asked_path, sizeof asked_path, "%s", path);
  return 1;
}

static int ours_open(int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return ours(path);
}

/* 0: go on. Otherwise what to do instead. A kill does not return. */
static int strikes(int kind) {
  if (!control || !(control[0] & kind)) return 0;
  int number = __sync_add_and_fetch(&control[4], 1);
  if (number < control[1] || number - control[1] >= control[3]) return 0;
  if (__sync_add_and_fetch(&control[5], 1) == 1) memcpy((char *)(control + 6), asked_path, sizeof asked_path);
  if (control[2] == ACT_KILL) kill(getpid(), SIGKILL);
  if (control[2] == ACT_STOP) kill(getpid(), SIGSTOP);
  return control[2];
}

static int exists(const char *path) {
  struct stat there;
  return fstatat(AT_FDCWD, path, &there, 0) == 0;
}

static int armed(int kind) { return control && (control[0] & kind); }
static int fails(int action) { errno = action; return -1; }

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

#define WRITER(name, parameters, whole, half, ...) \
  ssize_t name parameters { \
    REAL(ssize_t, #name, __VA_ARGS__); \
    int action = armed(KIND_WRITE) && ours_open(file) ? strikes(KIND_WRITE) : 0; \
    if (action > 0) return fails(action); \
    if (action == ACT_SHORT && size > 1) return half; \
    return whole; \
  }
WRITER(write, (int file, const void *bytes, size_t size), real(file, bytes, size), real(file, bytes, size / 2), int, const void *, size_t)
WRITER(pwrite, (int file, const void *bytes, size_t size, off_t at), real(file, bytes, size, at), real(file, bytes, size / 2, at), int, const void *, size_t, off_t)
WRITER(pwrite64, (int file, const void *bytes, size_t size, off_t at), real(file, bytes, size, at), real(file, bytes, size / 2, at), int, const void *, size_t, off_t)

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  int action = armed(KIND_WRITE) && ours_open(file) ? strikes(KIND_WRITE) : 0;
  return action > 0 ? fails(action) : real(file, parts, count);
}

#define ON_FILE(name, kind, parameters, arguments, ...) \
  int name parameters { \
    REAL(int, #name, __VA_ARGS__); \
    int action = armed(kind) && ours_open(file) ? strikes(kind) : 0; \
    return action > 0 ? fails(action) : real arguments; \
  }
ON_FILE(fsync, KIND_SYNC, (int file), (file), int)
ON_FILE(fdatasync, KIND_SYNC, (int file), (file), int)
ON_FILE(ftruncate, KIND_TRUNCATE, (int file, off_t size), (file, size), int, off_t)
ON_FILE(ftruncate64, KIND_TRUNCATE, (int file, off_t size), (file, size), int, off_t)

#define ON_PATH(name, kind, parameters, arguments, ...) \
  int name parameters { \
    REAL(int, #name, __VA_ARGS__); \
    int action = armed(kind) && ours(path) ? strikes(kind) : 0; \
    return action > 0 ? fails(action) : real arguments; \
  }
ON_PATH(rename, KIND_RENAME, (const char *path, const char *to), (path, to), const char *, const char *)
ON_PATH(unlink, KIND_UNLINK, (const char *path), (path), const char *)

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  int action = armed(KIND_MKDIR) && ours(path) && !exists(path) ? strikes(KIND_MKDIR) : 0;
  return action > 0 ? fails(action) : real(path, mode);
}

static int opening(const char *path, int flags) {
  if (!armed(KIND_CREATE | KIND_OPEN) || !ours(path)) return 0;
  int makes = (flags & O_CREAT) && !exists(path);
  if (makes && armed(KIND_CREATE)) return strikes(KIND_CREATE);
  return (flags & O_ACCMODE) != O_RDONLY ? strikes(KIND_OPEN) : 0;
}

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPENER(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_of(flags, rest); \
    va_end(rest); \
    int action = opening(path, flags); \
    return action > 0 ? fails(action) : real(path, flags, mode); \
  }
OPENER(open)
OPENER(open64)
