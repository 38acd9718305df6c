/*
 * A preloaded library that stands between a process and the files of one folder.
 *
 * DISK_FOLDER   the folder, an absolute path without symbolic links
 * DISK_JOURNAL  a file to which every change of a file and every sync is appended
 * DISK_CONTROL  a file of 64 bytes, see struct control: faults, and the point at which to stop
 *
 * Files whose names end in .log are recorded, but never disturbed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FDS 65536
#define MAX_NAME 200

enum fault { NONE, FULL, READ_ONLY, WRITE_ERROR, SYNC_ERROR, TORN_WRITE, LOST_SYNCS };

enum point {
    NO_POINT, WAL_WRITE, WAL_SYNC, WAL_SYNCED, FILE_WRITE, FILE_SYNC, OTHER_WRITE,
    POST, POSTED, WRITE_AFTER_POST, DELETE
};

struct control {
    int32_t fault;  /* enum fault */
    int32_t skip;   /* calls that still succeed before the fault */
    int32_t left;   /* calls that fail; negative for all */
    int32_t fired;  /* calls that have failed */
    int64_t room;   /* bytes that still fit, for FULL */
    int32_t point;  /* enum point */
    int32_t passes; /* times that the point is passed first */
    int32_t signal; /* the signal that the process sends to itself there */
    int32_t hit;    /* whether it has */
    int32_t posted; /* requests to submit an order so far */
};

enum kind { UNTRACKED, DATABASE, WAL, SHARED_MEMORY, RESERVE, LOG, FOLDER, OTHER };

struct record {
    uint32_t type;
    uint32_t name_bytes;
    int64_t offset;
    int64_t bytes;
};

enum type { CREATED = 1, WRITTEN, TRUNCATED, REMOVED, SYNC_BEGAN, SYNC_ENDED, SYNC_FAILED };

struct open_file {
    enum kind kind;
    char name[MAX_NAME];
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct open_file *files;
static struct control nothing;
static struct control *control = &nothing;
static char folder[PATH_MAX];
static size_t folder_length;
static int journal = -1;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_ftruncate)(int, off64_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);

static void find_real(void) {
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_write = dlsym(RTLD_NEXT, "write");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
}

__attribute__((constructor)) static void begin(void) {
    find_real();
    const char *given = getenv("DISK_FOLDER");
    if (given == NULL || strlen(given) >= sizeof folder) {
        return;
    }
    strcpy(folder, given);
    files = calloc(MAX_FDS, sizeof *files);
    const char *path = getenv("DISK_JOURNAL");
    if (path != NULL) {
        journal = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
    path = getenv("DISK_CONTROL");
    if (path != NULL) {
        int fd = real_open(path, O_RDWR | O_CLOEXEC);
        void *mapped = fd < 0 ? MAP_FAILED
                              : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (mapped != MAP_FAILED) {
            control = mapped;
        }
    }
    unsetenv("LD_PRELOAD"); /* a program that this one starts is not disturbed */
    folder_length = strlen(folder);
}

static int ends_with(const char *name, const char *end) {
    size_t length = strlen(name), end_length = strlen(end);
    return length >= end_length && strcmp(name + length - end_length, end) == 0;
}

/* The name within the folder; NULL for a path elsewhere. */
static const char *name_of(const char *path) {
    if (folder_length == 0 || path == NULL || strncmp(path, folder, folder_length) != 0) {
        return NULL;
    }
    const char *rest = path + folder_length;
    if (*rest == '\0') {
        return rest;
    }
    return *rest == '/' && strlen(rest + 1) < MAX_NAME ? rest + 1 : NULL;
}

static enum kind kind_of(const char *name) {
    if (*name == '\0') return FOLDER;
    if (ends_with(name, "-wal")) return WAL;
    if (ends_with(name, "-shm")) return SHARED_MEMORY;
    if (ends_with(name, "-reserve")) return RESERVE;
    if (ends_with(name, ".log")) return LOG;
    if (strcmp(name, "lockstep.db") == 0) return DATABASE;
    return OTHER;
}

static struct open_file *tracked(int fd) {
    if (files == NULL || fd < 0 || fd >= MAX_FDS || files[fd].kind == UNTRACKED) {
        return NULL;
    }
    return &files[fd];
}

static void record(enum type type, const char *name, int64_t offset, const void *data, int64_t bytes) {
    if (journal < 0 || ends_with(name, "-shm") || ends_with(name, "-reserve")) {
        return;
    }
    struct record head = {type, (uint32_t) strlen(name), offset, bytes};
    struct iovec parts[3] = {
        {&head, sizeof head},
        {(void *) name, head.name_bytes},
        {(void *) data, data == NULL ? 0 : (size_t) bytes},
    };
    int saved = errno;
    real_writev(journal, parts, 3);
    errno = saved;
}

/* Sends the signal if this is the chosen point. */
static void pass(enum point point) {
    if (control->point != (int32_t) point || control->hit) {
        return;
    }
    if (__atomic_fetch_sub(&control->passes, 1, __ATOMIC_SEQ_CST) == 0) {
        control->hit = 1;
        kill(getpid(), control->signal);
    }
}

static int fires(enum fault fault) {
    if (control->fault != (int32_t) fault) return 0;
    if (control->skip > 0) {
        control->skip--;
        return 0;
    }
    if (control->left == 0) return 0;
    if (control->left > 0) control->left--;
    control->fired++;
    return 1;
}

static int64_t size_of(int fd) {
    struct stat64 found;
    return fstat64(fd, &found) == 0 ? found.st_size : 0;
}

/* On a full disk only what does not make a file longer can be written. */
static int fits(int fd, int64_t end) {
    if (control->fault != FULL) return 1;
    int64_t more = end - size_of(fd);
    if (more <= 0) return 1;
    if (more > control->room) {
        control->fired++;
        return 0;
    }
    control->room -= more;
    return 1;
}

static void points_of(struct open_file *file) {
    switch (file->kind) {
        case WAL:
            pass(WAL_WRITE);
            if (control->posted > 0) pass(WRITE_AFTER_POST);
            break;
        case DATABASE: pass(FILE_WRITE); break;
        case OTHER: pass(OTHER_WRITE); break;
        default: break;
    }
}

static ssize_t write_at(int fd, struct open_file *file, const void *data, size_t bytes,
                        off64_t offset, int at_position) {
    points_of(file);
    pthread_mutex_lock(&mutex);
    size_t allowed = bytes;
    int error = 0;
    if (file->kind != LOG) {
        if (fires(READ_ONLY)) {
            error = EROFS;
        } else if (fires(WRITE_ERROR)) {
            error = EIO;
        } else if (!fits(fd, offset + (int64_t) bytes)) {
            error = ENOSPC;
        } else if (bytes > 1 && fires(TORN_WRITE)) {
            allowed = bytes / 2;
        }
    }
    ssize_t written = -1;
    if (error == 0) {
        written = at_position ? real_pwrite(fd, data, allowed, offset) : real_write(fd, data, allowed);
        error = errno;
    }
    if (written > 0) {
        record(WRITTEN, file->name, offset, data, written);
    }
    if (written >= 0 && allowed < bytes) {
        written = -1; /* a part is written, and the rest fails */
        error = EIO;
    }
    pthread_mutex_unlock(&mutex);
    errno = error;
    return written;
}

static int opened(int fd, const char *path, int flags, int existed) {
    const char *name = name_of(path);
    if (fd < 0 || fd >= MAX_FDS || files == NULL) {
        return fd;
    }
    if (name == NULL) {
        files[fd].kind = UNTRACKED;
        return fd;
    }
    pthread_mutex_lock(&mutex);
    files[fd].kind = kind_of(name);
    strcpy(files[fd].name, name);
    if (!existed) {
        record(CREATED, name, 0, NULL, 0);
    } else if (flags & O_TRUNC) {
        record(TRUNCATED, name, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return fd;
}

static int do_open(const char *path, int flags, mode_t mode) {
    if (real_open == NULL) find_real();
    const char *name = name_of(path);
    int existed = 1;
    if (name != NULL && (flags & O_CREAT)) {
        existed = access(path, F_OK) == 0;
        if (control->fault == READ_ONLY && !existed && kind_of(name) != LOG) {
            control->fired++;
            errno = EROFS;
            return -1;
        }
    }
    return opened(real_open(path, flags, mode), path, flags, existed);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return do_open(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return do_open(path, flags, mode);
}

int close(int fd) {
    if (real_close == NULL) find_real();
    if (files != NULL && fd >= 0 && fd < MAX_FDS) {
        files[fd].kind = UNTRACKED;
    }
    return real_close(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t offset) {
    if (real_pwrite == NULL) find_real();
    struct open_file *file = tracked(fd);
    return file == NULL ? real_pwrite(fd, data, bytes, offset)
                        : write_at(fd, file, data, bytes, offset, 1);
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t offset) {
    return pwrite64(fd, data, bytes, offset);
}

static int starts_with(const void *data, size_t bytes, const char *text) {
    return bytes > strlen(text) && memcmp(data, text, strlen(text)) == 0;
}

ssize_t write(int fd, const void *data, size_t bytes) {
    if (real_write == NULL) find_real();
    struct open_file *file = tracked(fd);
    if (file != NULL) {
        int appends = fcntl(fd, F_GETFL) & O_APPEND;
        off64_t offset = appends ? size_of(fd) : lseek64(fd, 0, SEEK_CUR);
        return write_at(fd, file, data, bytes, offset, 0);
    }
    if (control->point >= POST && starts_with(data, bytes, "POST /v2/orders ")) {
        pass(POST);
        ssize_t written = real_write(fd, data, bytes);
        control->posted++;
        pass(POSTED);
        return written;
    }
    if (control->point == DELETE && starts_with(data, bytes, "DELETE /v2/")) {
        pass(DELETE);
    }
    return real_write(fd, data, bytes);
}

int ftruncate64(int fd, off64_t length) {
    if (real_ftruncate == NULL) find_real();
    struct open_file *file = tracked(fd);
    if (file == NULL) {
        return real_ftruncate(fd, length);
    }
    pthread_mutex_lock(&mutex);
    int error = 0;
    int result = -1;
    if (file->kind != LOG && fires(READ_ONLY)) {
        error = EROFS;
    } else {
        int64_t before = size_of(fd);
        result = real_ftruncate(fd, length);
        error = errno;
        if (result == 0) {
            if (control->fault == FULL && length < before) control->room += before - length;
            record(TRUNCATED, file->name, length, NULL, 0);
        }
    }
    pthread_mutex_unlock(&mutex);
    errno = error;
    return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_file(int fd, int (*real)(int)) {
    struct open_file *file = tracked(fd);
    if (file == NULL) {
        return real(fd);
    }
    if (file->kind == WAL) pass(WAL_SYNC);
    if (file->kind == DATABASE) pass(FILE_SYNC);
    char name[MAX_NAME];
    strcpy(name, file->name);
    enum kind kind = file->kind;
    pthread_mutex_lock(&mutex);
    int lost = fires(LOST_SYNCS);
    int fails = kind != LOG && kind != FOLDER && fires(SYNC_ERROR);
    int64_t number = 0;
    if (!lost) {
        static int64_t syncs;
        number = ++syncs;
        record(SYNC_BEGAN, name, number, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    if (lost) {
        return 0;
    }
    int result = fails ? -1 : real(fd);
    int error = fails ? EIO : errno;
    pthread_mutex_lock(&mutex);
    record(result == 0 ? SYNC_ENDED : SYNC_FAILED, name, number, NULL, 0);
    pthread_mutex_unlock(&mutex);
    if (kind == WAL) pass(WAL_SYNCED);
    errno = error;
    return result;
}

int fsync(int fd) {
    if (real_fsync == NULL) find_real();
    return sync_file(fd, real_fsync);
}

int fdatasync(int fd) {
    if (real_fdatasync == NULL) find_real();
    return sync_file(fd, real_fdatasync);
}

int unlink(const char *path) {
    if (real_unlink == NULL) find_real();
    const char *name = name_of(path);
    if (name == NULL) {
        return real_unlink(path);
    }
    pthread_mutex_lock(&mutex);
    struct stat64 found;
    int64_t size = stat64(path, &found) == 0 ? found.st_size : 0;
    int result = real_unlink(path);
    int error = errno;
    if (result == 0) {
        if (control->fault == FULL) control->room += size;
        record(REMOVED, name, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    errno = error;
    return result;
}
