package org.waymark.access;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The last lines of a start: where the service is, who may use it, and what to try first. */
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    private final LocalPassword password;
    private final Environment environment;
    private final PrintStream out;

    Welcome(LocalPassword password, Environment environment, PrintStream out) {
        this.password = password;
        this.environment = environment;
        this.out = out;
    }

    /** Printed and not logged: a log is kept, and passed on, and this holds the password. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        out.println(text(address()));
        out.flush();
    }

    String address() {
        boolean tls = Ssl.isEnabled(
                Binder.get(environment).bind("server.ssl", Ssl.class).orElse(null));
        return (tls ? "https" : "http") + "://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
    }

    String text(String address) {
        String users = Role.local().stream().map(Role::user).collect(Collectors.joining(", "));
        return """

                Waymark is ready at %1$s, for this machine only.
                  Users:     %2$s
                  Password:  %3$s
                  Open:      %1$s in a browser
                  Calls:     %1$s/api/openapi.json  %1$s/api/factors  %1$s/actuator/health
                  Try:       curl -u screener -H 'Content-Type: application/json' --data-binary @samples/missing-three-times.json %1$s/api/assessments
                """.formatted(address, users, told());
    }

    private String told() {
        return password.random()
                ? password.text() + "  (new at every start; WAYMARK_LOCAL_PASSWORD sets one that stays)"
                : "what WAYMARK_LOCAL_PASSWORD says";
    }
}
