package org.waymark.access;

import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Local users: their password with each call, by HTTP Basic, and no session. */
final class LocalSignIn implements SignIn {

    private final AuthenticationEntryPoint unknown;

    LocalSignIn(AuthenticationEntryPoint unknown) {
        this.unknown = unknown;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(unknown));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // A browser that remembers a password would send it along for another site's form. No form can send what is
        // accepted here for anything that is about somebody: that takes application/json alone, and for it a browser
        // asks
        // first, and is refused.
        http.csrf(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
    }

    /** A page has a session of its own: a browser that remembers a password cannot be told to forget it. */
    @Override
    public void addToPages(HttpSecurity http, PageFace face) throws Exception {
        http.formLogin(form -> form.loginPage(PageAccessConfiguration.SIGN_IN)
                .usernameParameter("user")
                .passwordParameter("password")
                .successHandler((request, response, who) -> response.sendRedirect("/"))
                .failureHandler((request, response, failure) -> face.notSignedIn(request, response)));
        http.logout(out -> out.logoutUrl(PageAccessConfiguration.SIGN_OUT).logoutSuccessUrl("/"));
    }

    @Override
    public Optional<String> elsewhere() {
        return Optional.empty();
    }

    @Override
    public String challenge() {
        return "Basic realm=\"Waymark\", charset=\"UTF-8\"";
    }

    @Override
    public String howTo() {
        return "send a user and its password by HTTP Basic; the service names its users and where the password comes from"
                + " when it starts";
    }
}
