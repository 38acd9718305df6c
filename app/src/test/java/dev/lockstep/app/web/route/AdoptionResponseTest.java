package dev.lockstep.app.web.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.BrokerFault.Kind;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** HTTP responses to adoptions that the broker's answer prevents. */
class AdoptionResponseTest {
    private static final BrokerOrderId ID = new BrokerOrderId("there-1");

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "UNREADABLE"})
    void an_adoption_that_the_brokers_answer_prevents_is_refused_with_the_reason(Kind kind) {
        Answer answer = ResultResponses.adopted(ID, failed(kind));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(new String(JsonBody.bytes(answer.body()), StandardCharsets.UTF_8))
                .contains("\"code\":\"refused\"", "no such instrument", "there-1");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFUSED", "UNREADABLE"})
    void an_adoption_is_unavailable_while_the_broker_cannot_be_asked(Kind kind) {
        assertThatThrownBy(() -> ResultResponses.adopted(ID, failed(kind)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        ended -> assertThat(ended.problem().status()).isEqualTo(503));
    }

    private static AdoptResult failed(Kind kind) {
        return new AdoptResult.Failed(
                new BrokerFault(kind, "no such instrument", Evidence.local("test")));
    }
}
