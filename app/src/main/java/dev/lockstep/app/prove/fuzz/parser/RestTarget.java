package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.form.CancelAllForm;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.form.ReplaceForm;
import dev.lockstep.app.form.request.ClockForm;
import dev.lockstep.app.form.request.CloseForm;
import dev.lockstep.app.form.request.HaltForm;
import dev.lockstep.app.form.request.LimitForm;
import dev.lockstep.app.form.request.LoginForm;
import dev.lockstep.app.form.request.ReasonForm;
import dev.lockstep.app.form.request.ResumeForm;
import dev.lockstep.app.form.request.ReverseForm;
import dev.lockstep.app.form.request.SetPriceForm;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Reads bodies of REST requests with mistakes in them, and all values that they have. */
final class RestTarget implements FuzzTarget {
    private static final List<Form<?>> FORMS =
            List.of(
                    new Form<>(
                            OrderForm.class,
                            RestTarget::order,
                            """
                            {"symbol":"AAPL","side":"buy","qty":"10","type":"limit",\
                            "limitPrice":"9.5","timeInForce":"gtc","takeProfit":"12",\
                            "stopLoss":"8","stopLossLimit":"7.5","strategy":"trend","key":"k"}\
                            """),
                    new Form<>(
                            OrderForm.class,
                            RestTarget::order,
                            """
                            {"symbol":"BTC/USD","side":"sell","notional":100.25,\
                            "tradingHours":"regular","orderClass":"simple"}\
                            """),
                    new Form<>(
                            OrderForm.class,
                            RestTarget::order,
                            """
                            {"symbol":"A","side":"sell","qty":1,"type":"trailing_stop",\
                            "trailPercent":"2.5"}\
                            """),
                    new Form<>(
                            ReplaceForm.class,
                            ReplaceForm::request,
                            """
                            {"qty":"3","limitPrice":"2","stopPrice":null,"trailPercent":"1",\
                            "timeInForce":"day"}\
                            """),
                    new Form<>(
                            CancelAllForm.class,
                            CancelAllForm::scope,
                            """
                            {"symbol":"AAPL","side":"buy"}\
                            """),
                    new Form<>(
                            CloseForm.class,
                            form -> List.of(form.part(), String.valueOf(form.owner())),
                            """
                            {"percent":"50","strategy":"trend"}\
                            """),
                    new Form<>(
                            ReverseForm.class,
                            ReverseForm::orders,
                            """
                            {"side":"sell"}\
                            """),
                    new Form<>(
                            HaltForm.class,
                            form -> List.of(form.why(), form.longestWait(), form.cancels()),
                            """
                            {"reason":"news","cancel":true,"flatten":false,"waitSeconds":2.5}\
                            """),
                    new Form<>(
                            LimitForm.class,
                            RestTarget::limits,
                            """
                            {"value":"10000","reason":"first week"}\
                            """),
                    new Form<>(
                            LoginForm.class,
                            LoginForm::given,
                            """
                            {"token":"abc"}\
                            """),
                    new Form<>(
                            SetPriceForm.class,
                            SetPriceForm::checked,
                            """
                            {"symbol":"AAPL","price":"190.5"}\
                            """),
                    new Form<>(
                            ReasonForm.class,
                            ReasonForm::why,
                            """
                            {"reason":"home"}\
                            """),
                    new Form<>(
                            ResumeForm.class,
                            form -> List.of(form.why(), form.restriction()),
                            """
                            {"reason":"back","source":"operator"}\
                            """),
                    new Form<>(
                            ClockForm.class,
                            ClockForm::checked,
                            """
                            {"time":"2026-01-05T15:00:00Z","speed":"60"}\
                            """));

    @Override
    public FuzzInput input(SplittableRandom random) {
        int index = random.nextInt(FORMS.size());
        Form<?> form = FORMS.get(index);
        String text = JsonMutator.text(Samples.json(form.sample()), random);
        return new FuzzInput(
                index + " " + form.type().getSimpleName(), ByteMutator.seldom(text, random));
    }

    @Override
    public boolean accepts(FuzzInput input) {
        int index = Integer.parseInt(input.entry().substring(0, input.entry().indexOf(' ')));
        FORMS.get(index).read(input.bytes());
        return true;
    }

    /** Reads an order, and requires that it is the same when it is written and read again. */
    private static Object order(OrderForm form) {
        OrderRequest order = form.read();
        OrderForm written = OrderForm.of(order.terms(), order.key().orElse(null));
        byte[] body = JsonBody.bytes(JsonBody.tree(written));
        OrderRequest again = JsonBody.read(body, OrderForm.class).read();
        if (!again.equals(order)) {
            throw new BrokenPropertyException("read " + order + ", and read again " + again);
        }
        return order;
    }

    private static Object limits(LimitForm form) {
        String why = form.why();
        for (LimitName name : LimitName.values()) {
            RiskLimit _ = form.limit(name);
        }
        return why;
    }

    /**
     * A kind of body.
     *
     * @param type the form that is read
     * @param meaning reads all values of the form
     * @param sample a valid body
     */
    private record Form<T extends Record>(
            Class<T> type, Function<T, Object> meaning, String sample) {
        void read(byte[] body) {
            Object _ = meaning.apply(JsonBody.read(body, type));
        }
    }
}
