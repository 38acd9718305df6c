package dev.lockstep.app.tls;

import dev.lockstep.app.config.TlsFiles;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificate of all listeners of a process, from files that may change. Thread-safe. */
public final class ServerCertificate {
    /** Short enough for certificates that live for six days, which are renewed at half of it. */
    private static final Duration EXPIRES_SOON = Duration.ofDays(2);

    private final TlsFiles files;
    private final PairReader reader;
    private final InstantSource clock;
    private final List<SslContextFactory.Server> listeners = new ArrayList<>();
    private String content;
    private CertificatePair pair;
    private KeyStore keyStore;

    private ServerCertificate(TlsFiles files, InstantSource clock)
            throws UnusablePairException, GeneralSecurityException {
        this.files = files;
        this.reader = new PairReader(files);
        this.clock = clock;
        this.content = reader.content();
        this.pair = reader.read(clock.instant());
        this.keyStore = pair.keyStore();
    }

    /**
     * Reads the files.
     *
     * @throws CommandEnd if they cannot be used; names the setting and the file
     */
    public static ServerCertificate load(TlsFiles files, InstantSource clock) {
        try {
            return new ServerCertificate(files, clock);
        } catch (UnusablePairException unusable) {
            throw new CommandEnd(ExitCode.USAGE, unusable.text(), unusable);
        } catch (GeneralSecurityException unusable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    files.certificate() + " and " + files.key() + " cannot be used for TLS",
                    unusable);
        }
    }

    /** Returns the TLS of a new listener, which follows the files. */
    public synchronized SslContextFactory.Server listener() {
        SslContextFactory.Server listener = new SslContextFactory.Server();
        listener.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        listener.setRenegotiationAllowed(false);
        listener.setKeyStore(keyStore);
        listener.setKeyStorePassword(CertificatePair.PASSWORD);
        listeners.add(listener);
        return listener;
    }

    /**
     * Uses the files for new connections if they have changed and are usable; otherwise the pair in
     * use remains.
     *
     * @return the problem that must be solved, empty if there is none
     */
    synchronized Optional<String> refresh() {
        Instant now = clock.instant();
        try {
            String found = reader.content();
            if (!found.equals(content)) {
                use(reader.read(now));
                content = found;
            }
        } catch (UnusablePairException unusable) {
            return Optional.of(unusable.text() + "; the previous certificate remains in use");
        }
        return now.isAfter(pair.expires().minus(EXPIRES_SOON))
                ? Optional.of(
                        "tls-cert: "
                                + files.certificate()
                                + " expires on "
                                + pair.expires()
                                + "; renew it")
                : Optional.empty();
    }

    private void use(CertificatePair found) throws UnusablePairException {
        try {
            KeyStore made = found.keyStore();
            for (SslContextFactory.Server listener : listeners) {
                listener.reload(factory -> factory.setKeyStore(made));
            }
            pair = found;
            keyStore = made;
        } catch (Exception failed) {
            throw new UnusablePairException(
                    "tls-cert: " + files.certificate() + " cannot be used for TLS", failed);
        }
    }
}
