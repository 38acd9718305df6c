package dev.lockstep.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivityIdTest {
    private static final ActivityId ENTRY = new ActivityId("2026::a");

    @Test
    void a_correction_is_named_after_its_entry() {
        ActivityId second = ENTRY.revision(2);

        assertThat(second).hasToString("2026::a~2");
        assertThat(second.corrected()).isEqualTo(ENTRY);
        assertThat(second.isOf(ENTRY)).isTrue();
        assertThat(ENTRY.isOf(ENTRY)).isTrue();
        assertThat(ENTRY.isOf(second)).isFalse();
        assertThat(ENTRY.corrected()).isEqualTo(ENTRY);
    }

    @Test
    void the_name_of_a_correction_is_no_longer_than_another_one() {
        ActivityId longest = new ActivityId("x".repeat(128));

        assertThat(longest.revision(10).value()).hasSize(128).endsWith("x~10");
    }

    @Test
    void a_name_that_begins_with_the_mark_of_a_correction_corrects_nothing() {
        assertThat(new ActivityId("~1").corrected()).isEqualTo(new ActivityId("~1"));
        assertThat(new ActivityId("a~1").corrected()).isEqualTo(new ActivityId("a"));
    }
}
