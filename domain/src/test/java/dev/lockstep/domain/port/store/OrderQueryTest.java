package dev.lockstep.domain.port.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderQueryTest {
    @Test
    void a_page_has_a_bound() {
        assertThatThrownBy(() -> OrderQuery.all().limit(0))
                .hasMessage("limit: 0 (expected: 1 to 1000)");
        assertThatThrownBy(() -> OrderQuery.all().limit(1_001))
                .hasMessage("limit: 1001 (expected: 1 to 1000)");
    }

    @Test
    void a_query_for_no_status_is_a_mistake() {
        assertThatThrownBy(() -> OrderQuery.all().in(Set.of()))
                .hasMessage("statuses: [] (expected: at least one)");
    }
}
