package org.waymark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.waymark.cli.CommandLineFace;

/**
 * Screening and referral pathways for Multi-Agency Safeguarding Hubs. With no arguments it serves; with a command it
 * runs that and exits; with `--demo` it serves young people who are made up.
 */
@SpringBootApplication
public class Waymark {

    /** Never that of a service at work, whatever the environment says. */
    private static final String DEMO_FOLDER = "demo-data";

    public static void main(String[] arguments) {
        if (List.of(arguments).equals(List.of("--demo"))) {
            SpringApplication.run(Waymark.class, "--waymark.demo=true", "--waymark.data-dir=" + DEMO_FOLDER);
        } else if (arguments.length == 0
                || arguments[0].startsWith("--spring.")
                || arguments[0].startsWith("--server.")) {
            SpringApplication.run(Waymark.class, arguments);
        } else {
            System.exit(command(List.of(arguments)));
        }
    }

    private static int command(List<String> arguments) {
        // A command talks to a person or a pipe: libraries keep quiet unless something is wrong.
        System.setProperty("logback.configurationFile", "logback-command.xml");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return CommandLineFace.run(arguments, out, err);
    }
}
