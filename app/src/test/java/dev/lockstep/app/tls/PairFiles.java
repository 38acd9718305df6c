package dev.lockstep.app.tls;

import dev.lockstep.app.config.TlsFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The PEM files of a certificate and its key, in a folder of a test. */
public final class PairFiles {
    private static final int SEC1_OFFSET_IN_P256 = 28;

    private final TlsFiles files;

    /** Files of these names in a folder, which do not exist yet. */
    public PairFiles(Path folder) {
        this.files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    }

    public TlsFiles files() {
        return files;
    }

    /** A certificate that signs itself, valid for a month. */
    public static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .duration(30, TimeUnit.DAYS);
    }

    /** A certificate that is valid between two times. */
    static HeldCertificate valid(Instant from, Instant until) {
        return certificate("bound")
                .validityInterval(from.toEpochMilli(), until.toEpochMilli())
                .build();
    }

    /** Writes both. */
    public PairFiles write(HeldCertificate pair) {
        return write(pair.certificatePem(), pair.privateKeyPkcs8Pem());
    }

    PairFiles write(String certificate, String key) {
        replace(files.certificate(), certificate);
        replace(files.key(), key);
        permit("rw-------");
        return this;
    }

    /** Replaces the certificate alone. */
    public void writeCertificate(String text) {
        replace(files.certificate(), text);
    }

    void permit(String mode) {
        try {
            Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString(mode));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The key in the format of {@code openssl ecparam -genkey}. */
    static String sec1(HeldCertificate pair) {
        byte[] pkcs8 = pair.keyPair().getPrivate().getEncoded();
        byte[] sec1 = Arrays.copyOfRange(pkcs8, SEC1_OFFSET_IN_P256, pkcs8.length);
        return "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(sec1)
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    /** What a client needs that trusts these alone. */
    public static SSLContext trusting(HeldCertificate... trusted) {
        HandshakeCertificates.Builder client = new HandshakeCertificates.Builder();
        for (HeldCertificate one : trusted) {
            client.addTrustedCertificate(one.certificate());
        }
        return client.build().sslContext();
    }

    private static void replace(Path file, String text) {
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
