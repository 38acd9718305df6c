package dev.lockstep.persistence.sqlite.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells the type of the file system that a folder is on, such as {@code ext4} or {@code nfs4}. */
@FunctionalInterface
public interface FileSystemTypes {
    /** The name of the type, as the operating system has it. */
    String of(Path folder) throws IOException;

    /**
     * Whether other machines, or the host of this virtual machine, write to such a file system too.
     * SQLite's write-ahead log needs memory that all who write share, which these do not offer. A
     * type that is not known here is let pass.
     */
    static boolean shared(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return SharedTypes.NAMES.contains(name.startsWith("fuse.") ? name.substring(5) : name);
    }

    /** The known ones. */
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
                        // of the host of a virtual machine
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
