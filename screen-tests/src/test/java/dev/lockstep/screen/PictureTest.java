package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes the pictures of the screen, for who names a folder for them; alone, on an empty book. */
@ExtendWith(ScreenExtension.class)
@EnabledIfSystemProperty(named = PictureTest.FOLDER, matches = ".+")
@Tag("slow")
final class PictureTest {
    static final String FOLDER = "screen.pictures";

    /** What a day of trading may leave behind, sent one after the other. */
    private static final String A_BUSY_BOOK =
            """
            async () => {
              const {ask, freshKey} = await import('/web/base/api.js');
              const send = (order) => ask('POST', '/orders', order, freshKey()).catch(() => null);
              const price = (symbol, price) => ask('POST', '/simulator/price', {symbol, price});
              const rest = (symbol, side, qty, limitPrice, more) =>
                send({symbol, side, qty, type: 'limit', limitPrice, timeInForce: 'gtc', ...more});
              for (const [symbol, px] of [['AAPL', '232.10'], ['MSFT', '428.40'], ['NVDA', '138.20'], ['TSLA', '342.50'], ['SPY', '590.10'], ['AMZN', '198.00']]) {
                await price(symbol, px);
              }
              for (const [symbol, qty] of [['AAPL', '120'], ['MSFT', '40'], ['NVDA', '300'], ['TSLA', '30'], ['SPY', '25']]) {
                await send({symbol, side: 'buy', qty});
              }
              await send({symbol: 'TSLA', side: 'sell', qty: '10'});
              await price('TSLA', '351.20');
              await send({symbol: 'TSLA', side: 'sell', qty: '5'});
              await rest('AAPL', 'buy', '50', '228.50');
              await rest('AAPL', 'sell', '60', '241');
              await rest('MSFT', 'buy', '20', '421', {orderClass: 'bracket', takeProfit: '455', stopLoss: '402'});
              await rest('NVDA', 'sell', '100', '146.50');
              await rest('SPY', 'sell', '10', '604');
              await rest('AMZN', 'buy', '25', '191.25');
              await rest('KO', 'buy', '100', '61.40');
              await send({symbol: 'TSLA', side: 'sell', qty: '5', type: 'trailing_stop', trailPercent: '6', timeInForce: 'gtc'});
              await send({symbol: 'ZZZZ', side: 'buy', qty: '1'});
              const wait = await rest('AMD', 'buy', '40', '120');
              await ask('PATCH', `/orders/${wait.order.id}`, {limitPrice: '122.50'}, freshKey());
              await ask('PUT', '/simulator/faults', {partial_fill_probability: 1});
              await price('GOOGL', '180');
              await rest('GOOGL', 'buy', '40', '181.50');
              await ask('DELETE', '/simulator/faults', {});
              for (const [symbol, px] of [['AAPL', '234.85'], ['MSFT', '431.90'], ['NVDA', '137.10'], ['SPY', '591.40']]) await price(symbol, px);
            }
            """;

    /** Twenty minutes of the exchange go by in a second; each trade is a point of its curve. */
    private static final String HOURS_OF_TRADING =
            """
            async () => {
              const {ask, freshKey} = await import('/web/base/api.js');
              await ask('POST', '/simulator/clock', {speed: '1200'});
              const symbols = ['AAPL', 'NVDA', 'SPY', 'MSFT', 'TSLA'];
              for (let trade = 0; trade < 90; trade++) {
                const side = trade % 5 === 4 ? 'sell' : 'buy';
                await ask('POST', '/orders', {symbol: symbols[trade % 4], side, qty: String(5 + trade % 7)}, freshKey()).catch(() => null);
                await new Promise((go) => setTimeout(go, 400));
              }
              await ask('POST', '/simulator/clock', {speed: '1'});
            }
            """;

    @Test
    void the_trading_view_and_the_profit_view(Screen screen) {
        Page page = screen.enter(screen.window(ColorScheme.DARK, 1440, 900), "trade");
        page.evaluate(A_BUSY_BOOK);
        Ticket ticket = new Ticket(page);
        ticket.write("AAPL", "10").limit("234.50");
        ticket.field("orderClass").selectOption("bracket");
        ticket.field("takeProfit").fill("246");
        ticket.field("stopLoss").fill("229");
        assertThat(page.locator("#verdict")).containsText("would be sent");
        ticket.tab("all");
        assertThat(ticket.rows("ZZZZ")).containsText("denied");
        assertThat(page.locator("[data-tab=open] .count")).hasText(" 11");
        assertThat(page.locator("#positions tr:has-text('AAPL')")).containsText("▲ +$");
        take(page, "screen.png");

        page.evaluate(HOURS_OF_TRADING);
        page.navigate(screen.address() + "/#profit");
        assertThat(page.locator("#view-profit .figures")).containsText("Profit");
        assertThat(page.locator("section[aria-labelledby='symbols-head'] table"))
                .containsText("TSLA");
        assertThat(page.locator("#profit-chart canvas").first()).isVisible();
        take(page, "profit.png");
    }

    private static void take(Page page, String name) {
        page.evaluate("document.querySelectorAll('.note').forEach(note => note.remove())");
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of(System.getProperty(FOLDER, ""), name)));
    }
}
