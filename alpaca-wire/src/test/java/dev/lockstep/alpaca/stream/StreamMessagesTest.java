package dev.lockstep.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Messages of both kinds of stream, as Alpaca documents them. */
class StreamMessagesTest {
    private static ObjectNode message(String json) throws JsonProcessingException {
        return (ObjectNode) JsonMapper.builder().build().readTree(json.replace('\'', '"'));
    }

    @Test
    void updates_take_a_nested_key_a_flat_key_or_a_token() throws JsonProcessingException {
        assertThat(
                        StreamCredentials.forUpdates(
                                message(
                                        "{'action':'authenticate','data':{'key_id':'k','secret_key':'s'}}")))
                .isEqualTo(new StreamCredentials("k", "s", null));
        assertThat(
                        StreamCredentials.forUpdates(
                                message("{'action':'auth','key':'k','secret':'s'}")))
                .isEqualTo(new StreamCredentials("k", "s", null));
        assertThat(
                        StreamCredentials.forUpdates(
                                message("{'action':'authenticate','data':{'oauth_token':'t'}}")))
                .isEqualTo(new StreamCredentials(null, null, "t"));
    }

    @Test
    void market_data_takes_a_key_or_a_token() throws JsonProcessingException {
        assertThat(StreamCredentials.forData(message("{'action':'auth','key':'k','secret':'s'}")))
                .isEqualTo(new StreamCredentials("k", "s", null));
        assertThat(
                        StreamCredentials.forData(
                                message("{'action':'auth','key':'oauth','secret':'t'}")))
                .isEqualTo(new StreamCredentials(null, null, "t"));
    }

    @Test
    void credentials_show_no_secret() {
        assertThat(new StreamCredentials("k", "hidden", "hidden").toString())
                .doesNotContain("hidden");
    }

    @Test
    void answers_have_the_documented_form() throws JsonProcessingException {
        assertThat(StreamMessages.authorization(false, "listen"))
                .isEqualTo(
                        message(
                                "{'stream':'authorization','data':"
                                        + "{'status':'unauthorized','action':'listen'}}"));
        assertThat(StreamMessages.listening(true))
                .isEqualTo(message("{'stream':'listening','data':{'streams':['trade_updates']}}"));
        assertThat(StreamMessages.success("connected"))
                .isEqualTo(message("{'T':'success','msg':'connected'}"));
        assertThat(DataError.SYMBOL_LIMIT_EXCEEDED.message())
                .isEqualTo(message("{'T':'error','code':405,'msg':'symbol limit exceeded'}"));
    }

    @Test
    void digits_of_a_ulid_sort_as_their_numbers_and_are_parsed_in_any_case() {
        assertThat(Ulid.digits(31, 3)).isEqualTo("00Z");
        assertThat(Ulid.digits(32, 3)).isEqualTo("010");
        assertThat(Ulid.number("01z")).hasValue(63);
        assertThat(Ulid.number("U")).isEmpty();
    }
}
