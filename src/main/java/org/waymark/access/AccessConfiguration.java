package org.waymark.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The local users, and what keeps them on this machine. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

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
                Arrays.stream(Role.values()).map(role -> user(role, hash)).toList();
        return new InMemoryUserDetailsManager(users);
    }

    private static UserDetails user(Role role, String hash) {
        return User.withUsername(role.user()).password(hash).roles(role.name()).build();
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
