package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.ChainBreak;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON of a verdict on altered rows, field by field. */
class AuditVerdictBodyTest {
    @Test
    void every_break_is_listed() throws JsonProcessingException {
        AuditVerdict broken =
                new AuditVerdict.Broken(
                        List.of(
                                new ChainBreak(
                                        ChainBreak.Kind.RECORD_DIFFERS, "record 7", "a", "b")),
                        true);

        assertThat(JsonMapper.builder().build().writeValueAsString(AuditVerdictBody.of(broken)))
                .isEqualTo(
                        """
                        {"intact":false,"whole":true,"breaks":[{"kind":"record_differs",\
                        "place":"record 7","expected":"a","found":"b"}]}\
                        """);
    }
}
