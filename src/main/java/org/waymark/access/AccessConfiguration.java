package org.waymark.access;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Who may join what, the glass; and where no identity provider is configured the local users, kept on this machine. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    BreakGlass breakGlass(Clock clock) {
        return new BreakGlass(clock);
    }

    /** The five users of a service that nobody else can reach. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${waymark.oidc.issuer-uri:}'.isBlank()")
    static class LocalUsers {

        @Bean
        LocalPassword localPassword(@Value("${waymark.local-password:}") String chosen) {
            return LocalPassword.of(chosen);
        }

        @Bean
        PasswordEncoder passwordEncoder() {
            return new RememberingEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        }

        @Bean
        UserDetailsService localUsers(LocalPassword password, PasswordEncoder encoder) {
            String hash = String.valueOf(encoder.encode(password.text()));
            List<UserDetails> users =
                    Role.local().stream().map(role -> user(role, hash)).toList();
            return new InMemoryUserDetailsManager(users);
        }

        private static UserDetails user(Role role, String hash) {
            return User.withUsername(role.user())
                    .password(hash)
                    .authorities(Caller.authorities(List.of(role), Areas.ALL))
                    .build();
        }

        @Bean
        SignIn localSignIn(@Lazy AuthenticationEntryPoint unknown) {
            return new LocalSignIn(unknown);
        }

        @Bean
        SessionCookie sessionCookie() {
            return SessionCookie.ON_THIS_MACHINE;
        }

        @Bean
        LoopbackOnly loopbackOnly(Environment environment) {
            return new LoopbackOnly(environment);
        }

        @Bean
        Welcome welcome(LocalPassword password, Environment environment) {
            return new Welcome(password, environment, System.out);
        }
    }
}
