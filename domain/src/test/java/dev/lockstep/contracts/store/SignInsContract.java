package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.access.SignIn.Act;
import dev.lockstep.domain.port.store.SignIns;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of sign-ins promises. */
public abstract class SignInsContract {
    /** An empty store. */
    protected abstract SignIns signIns();

    @Test
    void sign_ins_are_listed_newest_first() {
        add(Act.REFUSED, 1);
        add(Act.SIGNED_IN, 2);
        add(Act.SIGNED_OUT, 3);

        assertThat(signIns().before(at(3), 10))
                .containsExactly(
                        new SignIn(Act.SIGNED_IN, "127.0.0.1", at(2)),
                        new SignIn(Act.REFUSED, "127.0.0.1", at(1)));
    }

    @Test
    void a_page_has_all_of_its_last_instant() {
        add(Act.REFUSED, 1);
        add(Act.REFUSED, 2);
        add(Act.REFUSED, 2);
        add(Act.SIGNED_IN, 2);

        assertThat(signIns().before(at(9), 1)).hasSize(3).allMatch(each -> each.at().equals(at(2)));
        assertThat(signIns().before(at(9), 4)).hasSize(4);
        assertThat(signIns().before(at(1), 4)).isEmpty();
    }

    private void add(Act act, int second) {
        signIns().add(new SignIn(act, "127.0.0.1", at(second)));
    }

    private static Instant at(int second) {
        return SampleOrders.START.plusSeconds(second);
    }
}
