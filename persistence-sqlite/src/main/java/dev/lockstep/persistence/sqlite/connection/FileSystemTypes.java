package dev.lockstep.persistence.sqlite.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Returns the file system type of a folder, such as {@code ext4} or {@code nfs4}. */
@FunctionalInterface
public interface FileSystemTypes {
    /** Returns the type as named by the operating system. */
    String of(Path folder) throws IOException;

    /**
     * Returns whether the file system is shared with other machines or with the host of a virtual
     * machine. SQLite's WAL mode requires shared memory between all processes, which these do not
     * provide. Unknown types are treated as local.
     */
    static boolean shared(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return SharedTypes.NAMES.contains(name.startsWith("fuse.") ? name.substring(5) : name);
    }

    /** The known shared file system types. */
    final class SharedTypes {
        private static final Set<String> NAMES =
                Set.of(
                        // network
                        "nfs",
                        "nfs3",
                        "nfs4",
                        "cifs",
                        "smb",
                        "smb2",
                        "smb3",
                        "smbfs",
                        "afs",
                        "afpfs",
                        "ncpfs",
                        "coda",
                        "webdav",
                        "davfs",
                        "davfs2",
                        "sshfs",
                        "ftpfs",
                        "curlftpfs",
                        "rclone",
                        "s3fs",
                        "gcsfuse",
                        "blobfuse",
                        // cluster
                        "ceph",
                        "ceph-fuse",
                        "glusterfs",
                        "lustre",
                        "gpfs",
                        "beegfs",
                        "gfs",
                        "gfs2",
                        "ocfs2",
                        "juicefs",
                        "moosefs",
                        "mfs",
                        // virtual machine host
                        "9p",
                        "virtiofs",
                        "vboxsf",
                        "vmhgfs",
                        "vmhgfs-fuse",
                        "prl_fs",
                        "drvfs",
                        "grpcfuse",
                        "osxfs");

        private SharedTypes() {}
    }
}
