package org.waymark.access;

import org.apache.catalina.session.ManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sessions of browsers, however somebody signs in. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** So many people at once is more than any hub has; each session is some kilobytes. */
    private static final int MOST_SESSIONS = 10_000;

    /** Scripts cannot read the cookie, other sites cannot send it along with what changes something. */
    @Bean
    ServletContextInitializer cookieOfSessions(SessionCookie session) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(session.name());
            cookie.setHttpOnly(true);
            cookie.setSecure(session.overTls());
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedSessions() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getManager() instanceof ManagerBase sessions) {
                sessions.setMaxActiveSessions(MOST_SESSIONS);
            }
        });
    }
}
