package dev.lockstep.app.tls;

import dev.lockstep.app.config.ServerSettings;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.TlsFiles;
import dev.lockstep.app.config.key.PrivateFile;
import dev.lockstep.app.exit.IoText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks a certificate and its private key. Thread-safe. */
final class PairReader {
    private static final int MAX_FILE_BYTES = 1024 * 1024;
    private static final int MAX_CERTIFICATES = 16;
    private static final Set<String> ALGORITHMS = Set.of("RSA", "EC", "EdDSA");

    private final TlsFiles files;

    PairReader(TlsFiles files) {
        this.files = files;
    }

    /**
     * Returns the pair that the files hold.
     *
     * @param now the certificates must be valid then
     * @throws UnusablePairException if a file is missing, has another content, or does not fit the
     *     other; names the setting and the file
     */
    CertificatePair read(Instant now) throws UnusablePairException {
        List<X509Certificate> chain = chain(text(ServerSettings.TLS_CERT, files.certificate()));
        requirePrivate();
        PrivateKey key =
                key(text(ServerSettings.TLS_KEY, files.key()), chain.getFirst().getPublicKey());
        CertificatePair pair = new CertificatePair(chain, key);
        if (pair.expires().isBefore(now)) {
            throw unusableCertificate("expired on " + pair.expires() + "; renew it");
        }
        if (pair.begins().isAfter(now)) {
            throw unusableCertificate("is not valid before " + pair.begins());
        }
        return pair;
    }

    /**
     * Returns the text of both files, to be compared with an earlier one.
     *
     * @throws UnusablePairException if a file cannot be read
     */
    String content() throws UnusablePairException {
        return text(ServerSettings.TLS_CERT, files.certificate())
                + text(ServerSettings.TLS_KEY, files.key());
    }

    private static String text(Setting<?> setting, Path file) throws UnusablePairException {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw unusable(setting, file, "is longer than " + MAX_FILE_BYTES + " bytes", null);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw unusable(setting, file, "cannot be read: " + IoText.of(unreadable), unreadable);
        }
    }

    private void requirePrivate() throws UnusablePairException {
        try {
            if (!PrivateFile.hiddenFromOthers(files.key())) {
                throw unusableKey("can be read by others; run: chmod 600 " + files.key(), null);
            }
        } catch (IOException unreadable) {
            throw unusableKey("cannot be read: " + IoText.of(unreadable), unreadable);
        }
    }

    private List<X509Certificate> chain(String file) throws UnusablePairException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemSection section : PemSection.all(file)) {
            if (section.label().equals("CERTIFICATE")) {
                chain.add(certificate(section));
            }
        }
        if (chain.isEmpty() || chain.size() > MAX_CERTIFICATES) {
            throw unusableCertificate(
                    "has "
                            + chain.size()
                            + " certificates in PEM (expected: 1 to "
                            + MAX_CERTIFICATES
                            + ")");
        }
        for (int i = 1; i < chain.size(); i++) {
            X509Certificate issued = chain.get(i - 1);
            if (!issued.getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                throw unusableCertificate(
                        "has certificates in another order than from this server's to its"
                                + " issuer's: number "
                                + (i + 1)
                                + " did not issue number "
                                + i);
            }
        }
        return chain;
    }

    private X509Certificate certificate(PemSection section) throws UnusablePairException {
        try {
            Certificate certificate =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(section.der()));
            return (X509Certificate) certificate;
        } catch (CertificateException | IllegalArgumentException broken) {
            throw unusable(
                    ServerSettings.TLS_CERT,
                    files.certificate(),
                    "has a certificate that cannot be read",
                    broken);
        }
    }

    private PrivateKey key(String file, PublicKey of) throws UnusablePairException {
        List<PemSection> keys =
                PemSection.all(file).stream().filter(PemSection::privateKey).toList();
        if (keys.size() != 1) {
            throw unusableKey("has " + keys.size() + " private keys in PEM (expected: 1)", null);
        }
        if (keys.getFirst().encrypted()) {
            throw unusableKey(
                    "is encrypted; store it without a password, readable by its owner only:"
                            + " openssl pkey -in "
                            + files.key()
                            + " -out NEW_FILE",
                    null);
        }
        if (!ALGORITHMS.contains(of.getAlgorithm())) {
            throw unusableCertificate(
                    "has a key of type " + of.getAlgorithm() + " (expected: RSA, EC or Ed25519)");
        }
        try {
            PrivateKey key = PrivateKeys.read(keys.getFirst(), of);
            if (PrivateKeys.fit(key, of)) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw unusableKey(doesNotFit(), broken);
        }
        throw unusableKey(doesNotFit(), null);
    }

    private String doesNotFit() {
        return "is not the private key of the first certificate in " + files.certificate();
    }

    private UnusablePairException unusableCertificate(String reason) {
        return unusable(ServerSettings.TLS_CERT, files.certificate(), reason, null);
    }

    private UnusablePairException unusableKey(String reason, @Nullable Throwable cause) {
        return unusable(ServerSettings.TLS_KEY, files.key(), reason, cause);
    }

    private static UnusablePairException unusable(
            Setting<?> setting, Path file, String reason, @Nullable Throwable cause) {
        return new UnusablePairException(setting.word() + ": " + file + " " + reason, cause);
    }
}
