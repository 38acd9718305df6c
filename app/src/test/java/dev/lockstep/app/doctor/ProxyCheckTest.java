package dev.lockstep.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.port.maintenance.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"})
    void a_proxy_that_only_the_environment_names_is_a_warning_with_a_remedy(String name) {
        Check check = ProxyCheck.of(Map.of(name, "http://proxy:3128")).orElseThrow();

        assertThat(check.area()).isEqualTo("network");
        assertThat(check.finding().severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(check.finding().text())
                .isEqualTo(name + " is set and not used: Lockstep connects directly");
        assertThat(check.finding().fix()).contains("-Dhttps.proxyHost=HOST");
    }

    @Test
    void no_proxy_is_nothing_to_say() {
        assertThat(ProxyCheck.of(Map.of())).isEmpty();
        assertThat(ProxyCheck.of(Map.of("HTTPS_PROXY", " "))).isEmpty();
    }
}
