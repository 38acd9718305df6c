package dev.lockstep.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.maintenance.Finding;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckUpTest {
    @Test
    void an_account_that_may_not_trade_is_a_problem_and_a_flagged_one_a_warning() {
        assertThat(
                        CheckUp.account(
                                account(
                                        "ACCOUNT_CLOSED",
                                        Set.of(
                                                AccountRestriction.TRADING_BLOCKED,
                                                AccountRestriction.PATTERN_DAY_TRADER))))
                .extracting(check -> check.finding().severity())
                .containsExactly(
                        Finding.Severity.PROBLEM,
                        Finding.Severity.PROBLEM,
                        Finding.Severity.WARNING);
    }

    @Test
    void an_account_as_usual_needs_no_line_and_one_that_cannot_be_read_is_a_problem() {
        assertThat(CheckUp.account(account("ACTIVE", Set.of()))).isEmpty();
        assertThat(
                        CheckUp.account(
                                new FetchResult.Failed<>(
                                        new BrokerFault(
                                                BrokerFault.Kind.TIMEOUT,
                                                "no answer",
                                                Evidence.local("asked")))))
                .extracting(check -> check.finding().severity())
                .containsExactly(Finding.Severity.PROBLEM);
    }

    private static FetchResult<Account> account(
            String status, Set<AccountRestriction> restrictions) {
        return new FetchResult.Complete<>(
                new Account(
                        "PA1",
                        status,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        null,
                        null,
                        restrictions));
    }
}
