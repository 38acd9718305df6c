package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The closing of incidents over REST. */
class IncidentRoutesTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private ServedPlatform served;
    private Incidents incidents;

    @BeforeEach
    void serve(@TempDir Path home) {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        incidents = served.tradingPlatform().storeUseCases().incidents();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void a_lost_order_is_closed_with_a_reason_that_the_audit_has() {
        Incident lost = incidents.open(IncidentKind.LOST_ORDER, "1", "found", AT);

        assertThat(listed().path("closable").asBoolean()).isTrue();
        ServedPlatform.Reply closed = close(lost, "{\"reason\":\"checked\"}");

        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("resolution").asText()).endsWith(": checked");
        assertThat(closed.json().path("closable").asBoolean()).isFalse();
        assertThat(served.get("/api/v1/audit?kind=incident").json().at("/acts/0/what").asText())
                .isEqualTo("incident 1 closed: lost_order 1");
        assertThat(close(lost, "{\"reason\":\"checked\"}").status()).isEqualTo(404);
    }

    @Test
    void an_incident_of_a_problem_that_may_last_is_not_closed() {
        Incident mismatch = incidents.open(IncidentKind.POSITION_MISMATCH, "AAPL", "8, 10", AT);

        ServedPlatform.Reply refused = close(mismatch, "{\"reason\":\"go away\"}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("open");
        assertThat(refused.json().path("detail").asText()).contains("closes by itself");
        assertThat(listed().path("closable").asBoolean(true)).isFalse();
        assertThat(close(mismatch, "{}").status()).isEqualTo(400);
    }

    private ServedPlatform.Reply close(Incident incident, String body) {
        return served.post("/api/v1/incidents/" + incident.number() + "/close", body);
    }

    private JsonNode listed() {
        return served.get("/api/v1/incidents").json().at("/incidents/0");
    }
}
