package dev.lockstep.app.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.runtime.Threads;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateWatchTest {
    private static final Duration BOUND = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final SynchronousQueue<Duration> pauses = new SynchronousQueue<>();
    private final HeldCertificate first = PairFiles.certificate("first").build();
    private volatile Instant now = Instant.now().plus(Duration.ofHours(1));
    private PairFiles pair;
    private CertificateWatch watch;

    @BeforeEach
    void open() throws InterruptedException {
        pair = new PairFiles(folder).write(first);
        ServerCertificate certificate = ServerCertificate.load(pair.files(), () -> now);
        watch =
                new CertificateWatch(
                        certificate,
                        incidents,
                        () -> now,
                        pauses::put,
                        Threads.named("certificate-"));
        check();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    /** Lets a check that has begun after this call end. */
    private void check() throws InterruptedException {
        pauses.take();
        pauses.take();
    }

    private List<Incident> openIncidents() {
        return incidents.list(IncidentQuery.open());
    }

    @Test
    void a_pair_that_does_not_fit_is_an_incident_until_it_fits() throws InterruptedException {
        HeldCertificate second = PairFiles.certificate("second").build();
        pair.writeCertificate(second.certificatePem());
        check();
        assertThat(openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.TLS_CERTIFICATE);
                    assertThat(incident.text())
                            .contains("is not the private key", "previous certificate remains");
                });

        CertificateWatch.notUsed(incidents, now);
        check();
        assertThat(openIncidents()).as("of this process, which uses it").hasSize(1);

        pair.write(second);
        check();
        assertThat(openIncidents()).isEmpty();
    }

    @Test
    void a_certificate_that_expires_soon_is_an_incident() throws InterruptedException {
        now = first.certificate().getNotAfter().toInstant().minus(Duration.ofDays(1));
        check();
        assertThat(openIncidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.text()).contains("expires on"));

        pair.write(PairFiles.valid(now.minusSeconds(60), now.plus(Duration.ofDays(30))));
        check();
        assertThat(openIncidents()).isEmpty();
    }

    @Test
    void an_incident_is_closed_by_a_process_that_serves_without_a_certificate() {
        watch.close();
        incidents.open(IncidentKind.TLS_CERTIFICATE, "tls-cert", "left", now);

        CertificateWatch.notUsed(incidents, now);

        assertThat(openIncidents()).isEmpty();
    }

    @Test
    void an_incident_that_an_earlier_process_left_is_closed() throws InterruptedException {
        incidents.open(IncidentKind.TLS_CERTIFICATE, "tls-cert", "left", now);
        watch.close();
        watch =
                new CertificateWatch(
                        ServerCertificate.load(pair.files(), () -> now),
                        incidents,
                        () -> now,
                        _ -> pauses.take(),
                        Threads.named("certificate-"));
        Eventually.within(BOUND, "it is closed", () -> openIncidents().isEmpty());
    }
}
