package dev.lockstep.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    @Test
    void an_active_account_without_restrictions_has_nothing_to_report() {
        Account account = account("ACTIVE", Set.of());

        assertThat(account.tradingBlocked()).isFalse();
        assertThat(account.obstacles()).isEmpty();
        assertThat(account.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT_CLOSED", "INACTIVE", "REJECTED", "SUBMITTED", "ONBOARDING"})
    void no_order_is_accepted_in_these_statuses(String status) {
        Account account = account(status, Set.of());

        assertThat(account.tradingBlocked()).isTrue();
        assertThat(account.obstacles()).singleElement().asString().contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT_UPDATED", "SOMETHING_NEW"})
    void another_status_is_reported_and_may_allow_trading(String status) {
        Account account = account(status, Set.of());

        assertThat(account.tradingBlocked()).isFalse();
        assertThat(account.notices()).singleElement().asString().contains(status);
    }

    @ParameterizedTest
    @EnumSource(AccountRestriction.class)
    void each_restriction_is_a_sentence_and_blocks_trading_or_does_not(
            AccountRestriction restriction) {
        Account account = account("ACTIVE", Set.of(restriction));

        assertThat(account.tradingBlocked()).isEqualTo(restriction.preventsTrading());
        assertThat(restriction.preventsTrading() ? account.obstacles() : account.notices())
                .containsExactly(restriction.text());
        assertThat(restriction.text()).endsWith(".");
    }

    private static Account account(String status, Set<AccountRestriction> restrictions) {
        return new Account(
                "PA1", status, Money.ZERO, Money.ZERO, Money.ZERO, null, null, restrictions);
    }
}
