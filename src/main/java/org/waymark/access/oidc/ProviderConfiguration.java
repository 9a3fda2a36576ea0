package org.waymark.access.oidc;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.waymark.access.SessionCookie;
import org.waymark.access.SignIn;

/** Sign-in with an identity provider, where one is configured. There are no local users then. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${waymark.oidc.issuer-uri:}'.isBlank()")
class ProviderConfiguration {

    @Bean
    OidcSettings oidcSettings(Environment environment) {
        return OidcSettings.of(environment);
    }

    @Bean
    SignIn providerSignIn(
            OidcSettings settings, Environment environment, @Lazy AuthenticationEntryPoint unknown, Clock clock) {
        Provider provider = new Provider(settings, () -> settings.address(environment));
        String after = settings.publicAddress().isEmpty() ? "{baseUrl}" : settings.publicAddress();
        return new ProviderSignIn(settings, provider, unknown, clock, after);
    }

    /** The last lines of a start, printed as those of a service with local users are. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> providerWelcome(OidcSettings settings, Environment environment) {
        return ready -> {
            System.out.printf(
                    "%nWaymark is ready at %1$s.%n  Sign in:   %1$s%2$s, with %3$s%n%n",
                    settings.address(environment), ProviderSignIn.START, settings.issuer());
            System.out.flush();
        };
    }

    /** Nobody signs in with a password here: that there is one who says so keeps the framework from making up a user. */
    @Bean
    AuthenticationManager noPasswords() {
        return who -> {
            throw new ProviderNotFoundException("nobody signs in with a password here");
        };
    }

    /** A browser takes a name of this beginning from this very host alone, over TLS, for all of its paths. */
    @Bean
    SessionCookie sessionCookie(OidcSettings settings) {
        return settings.secure() ? new SessionCookie("__Host-waymark", true) : SessionCookie.ON_THIS_MACHINE;
    }
}
