package dev.lockstep.domain.usecase.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryPolicyTest {
    private static final Duration TTL = Duration.ofMinutes(2);

    @Test
    void a_grace_period_shorter_than_a_claim_and_the_longest_send_is_raised() {
        RecoveryPolicy policy = new RecoveryPolicy(Duration.ofSeconds(6), TTL);

        assertThat(policy.forSendsOf(Duration.ofSeconds(20)))
                .isEqualTo(new RecoveryPolicy(Duration.ofSeconds(25), TTL));
    }

    @Test
    void a_longer_grace_period_stays() {
        RecoveryPolicy policy = new RecoveryPolicy(Duration.ofSeconds(26), TTL);

        assertThat(policy.forSendsOf(Duration.ofSeconds(20))).isEqualTo(policy);
    }
}
