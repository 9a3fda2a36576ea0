package org.waymark.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.access.SignIn;

/** What this is, for somebody who is not signed in; where the work is, for somebody who is. */
@Controller
class HomePage {

    private final SignIn signIn;

    HomePage(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/")
    String home(@Nullable Principal user, HttpServletRequest request, Model model) {
        Caller caller = Caller.of(user);
        if (caller.actor().isEmpty()) {
            boolean local = signIn.elsewhere().isEmpty();
            model.addAttribute("local", local);
            model.addAttribute(
                    "users", local ? Role.local().stream().map(Role::user).toList() : List.of());
            return "welcome";
        }
        List<Frame.Link> links = Frame.of(request).links();
        return links.isEmpty() ? "no-role" : "redirect:" + links.get(0).address();
    }

    @GetMapping("/sign-in")
    String signIn(@Nullable Principal user) {
        if (!Caller.of(user).actor().isEmpty()) {
            return "redirect:/";
        }
        return signIn.elsewhere().map(there -> "redirect:" + there).orElse("sign-in");
    }
}
