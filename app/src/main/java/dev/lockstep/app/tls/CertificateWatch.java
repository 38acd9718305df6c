package dev.lockstep.app.tls;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the certificate's files every few seconds and reports their problems as an incident. */
public final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String SUBJECT = "tls-cert";

    private final ServerCertificate certificate;
    private final Incidents incidents;
    private final InstantSource clock;
    private final Pause pause;
    private final Thread watching;

    /** The text of the incident, once the first report is stored. */
    private Optional<String> reported = Optional.empty();

    private boolean stored;

    /** Starts the thread that checks. */
    public CertificateWatch(
            ServerCertificate certificate,
            Incidents incidents,
            InstantSource clock,
            Pause pause,
            ThreadFactory threads) {
        this.certificate = certificate;
        this.incidents = incidents;
        this.clock = clock;
        this.pause = pause;
        this.watching = threads.newThread(this::watch);
        watching.start();
    }

    /**
     * Closes the incident that an earlier process left, which served with a certificate: this one
     * serves without.
     */
    public static void notUsed(Incidents incidents, Instant now) {
        try {
            incidents.close(IncidentKind.TLS_CERTIFICATE, SUBJECT, "no certificate is in use", now);
        } catch (RepositoryException failed) {
            LOG.warn("the incident of a certificate stays open: {}", failed.getMessage());
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                check();
                pause.of(EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() {
        try {
            Optional<String> problem = certificate.refresh();
            if (!stored || !problem.equals(reported) || (problem.isPresent() && !open())) {
                report(problem);
                reported = problem;
                stored = true;
            }
        } catch (RepositoryException failed) {
            LOG.warn("the state of the certificate cannot be stored: {}", failed.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("internal error in the check of the certificate, which continues", bug);
        }
    }

    /** A process without a certificate on the same folder may have closed it. */
    private boolean open() {
        return incidents.list(IncidentQuery.open()).stream()
                .anyMatch(incident -> incident.kind() == IncidentKind.TLS_CERTIFICATE);
    }

    private void report(Optional<String> problem) {
        if (problem.isPresent()) {
            LOG.warn("{}", problem.get());
            incidents.open(IncidentKind.TLS_CERTIFICATE, SUBJECT, problem.get(), clock.instant());
        } else {
            incidents.close(
                    IncidentKind.TLS_CERTIFICATE,
                    SUBJECT,
                    "the certificate is in use",
                    clock.instant());
        }
    }
}
