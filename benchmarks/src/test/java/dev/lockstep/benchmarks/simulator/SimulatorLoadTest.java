package dev.lockstep.benchmarks.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulatorLoadTest {
    private static final int FEW_ORDERS = 500;
    private static final int SMALL_HEAP_MEGABYTES = 128;
    private static final int FEW_PAGES = 20;

    @Test
    void a_small_load_is_borne_and_reported() throws Exception {
        SimulatorLoad.Findings findings =
                new SimulatorLoad(FEW_ORDERS, SMALL_HEAP_MEGABYTES, FEW_PAGES).measure();
        assertThat(findings.submitsPerSecond()).isPositive();
        assertThat(findings.pageRatio()).isPositive();
        assertThat(findings.table())
                .contains("submits from 64 connections", "beside 500 closed orders", "128 MB");
    }

    @Test
    void a_goal_is_met_or_missed_by_its_figure() {
        assertThat(new SimulatorLoad.Findings(2_000, 1, 1.5, 1, 1).met()).isTrue();
        assertThat(new SimulatorLoad.Findings(1_999, 1, 1.0, 1, 1).met()).isFalse();
        assertThat(new SimulatorLoad.Findings(1_999, 1, 1.6, 1, 1).table())
                .contains("goal >= 2,000 /s: missed", "goal <= 1.5: missed");
    }
}
