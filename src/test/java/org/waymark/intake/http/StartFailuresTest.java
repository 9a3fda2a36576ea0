package org.waymark.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.waymark.Waymark;
import org.waymark.store.Store;
import org.waymark.store.StoreSettings;

/** Whoever starts the service and fails reads why and what to do, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    @TempDir
    Path folder;

    @Test
    void an_address_that_others_can_reach(CapturedOutput out) {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0"));
        assertTold(out, "`server.address` is `0.0.0.0`", "make it 127.0.0.1");
    }

    @Test
    void rules_that_are_not_there(CapturedOutput out) {
        assertThatThrownBy(() -> start("--waymark.rules-dir=" + folder.resolve("none")));
        assertTold(out, "cannot be read", "WAYMARK_RULES_DIR");
    }

    @Test
    void rules_with_faults(CapturedOutput out) throws Exception {
        Files.writeString(folder.resolve("one.drl"), "rule \"SG-99 Half a rule\"\nwhen\n");
        assertThatThrownBy(() -> start("--waymark.rules-dir=" + folder));
        assertTold(out, "faults in the rule set", "one.drl", "has no `manifest.yaml`", "Put the rules right");
    }

    private void start(String setting) {
        new SpringApplication(Waymark.class)
                .run(setting, "--server.port=0", "--waymark.data-dir=" + folder.resolve("data"));
    }

    private static void assertTold(CapturedOutput out, String... parts) {
        assertThat(out.getAll())
                .contains("Description:", "Action:")
                .contains(parts)
                .doesNotContain("\tat ");
    }

    @Test
    void a_data_folder_that_another_service_has() {
        try (Store other = Store.open(StoreSettings.embedded(folder), Clock.systemUTC())) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> Store.open(StoreSettings.embedded(folder), Clock.systemUTC()))
                    .satisfies(failure -> assertAnalysed(failure, "is in use by another Waymark.", "WAYMARK_DATA_DIR"));
        }
    }

    @Test
    void a_port_that_another_program_has() {
        assertAnalysed(new PortInUseException(8080), "Port 8080 is taken", "SERVER_PORT");
    }

    @Test
    void what_nobody_can_mend_is_left_to_those_who_know_more() {
        assertThat(new StartFailures().analyze(new IllegalStateException("a defect")))
                .isNull();
    }

    private static void assertAnalysed(Throwable failure, String what, String fix) {
        FailureAnalysis told = new StartFailures().analyze(new IllegalStateException("wrapped", failure));
        assertThat(told).isNotNull();
        assertThat(told.getDescription()).contains(what);
        assertThat(told.getAction()).contains(fix);
    }
}
