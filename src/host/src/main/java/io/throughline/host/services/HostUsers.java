package io.throughline.host.services;

import io.throughline.host.launch.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The five people every node has, and for a load test a crowd of {@code crowd1}, {@code crowd2} and so on, who may do what
 * exec may. A password is the name; user key and user name are the same.
 */
public final class HostUsers implements Users {

    public static final String ADMINISTRATORS = "jira-administrators";
    private static final Set<String> EVERYBODY = Set.of("jira-users", "confluence-users");

    private final Map<String, User> byName = new LinkedHashMap<>();
    private final ThreadLocal<String> current = new ThreadLocal<>();
    private final List<Consumer<Optional<String>>> followers = new CopyOnWriteArrayList<>();
    private volatile Supplier<Optional<String>> place = () -> Optional.ofNullable(current.get());
    private volatile Predicate<String> deactivated = name -> false;

    public HostUsers() {
        this(0);
    }

    public HostUsers(int crowd) {
        add("admin", "Alex Admin", ADMINISTRATORS, "confluence-administrators", "strategy-editors", "strategy-viewers");
        add("pmo", "Pat Moore", "strategy-editors", "strategy-viewers");
        add("exec", "Erin Cheung", "strategy-viewers");
        add("dev", "Dana Everett", "strategy-viewers");
        add("outsider", "Oli Sider");
        for (int number = 1; number <= crowd; number++) {
            add("crowd" + number, "Crowd Member " + number, "strategy-viewers");
        }
    }

    private void add(String name, String fullName, String... groups) {
        Set<String> all = new java.util.TreeSet<>(EVERYBODY);
        all.addAll(List.of(groups));
        byName.put(name, new User(name, fullName, name + "@example.com", Set.copyOf(all), true));
    }

    /** Asks this from now on who is deactivated; the database, which knows, is opened after the people are there. */
    void deactivatedWhen(Predicate<String> rule) {
        deactivated = rule;
    }

    @Override
    public List<User> all() {
        return byName.values().stream().map(this::asOfNow).toList();
    }

    @Override
    public Optional<User> find(String name) {
        return Optional.ofNullable(name).map(byName::get).map(this::asOfNow);
    }

    private User asOfNow(User user) {
        return deactivated.test(user.name())
                ? new User(user.name(), user.fullName(), user.email(), user.groups(), false)
                : user;
    }

    @Override
    public boolean authenticate(String name, String password) {
        return find(name).filter(User::active).isPresent() && name.equals(password);
    }

    @Override
    public boolean isInGroup(String name, String group) {
        return find(name).map(user -> user.groups().contains(group)).orElse(false);
    }

    @Override
    public boolean isAdministrator(String name) {
        return isInGroup(name, ADMINISTRATORS);
    }

    @Override
    public Optional<String> current() {
        return place.get();
    }

    @Override
    public void become(String name) {
        if (name == null) {
            current.remove();
        } else {
            current.set(name);
        }
        followers.forEach(follower -> follower.accept(Optional.ofNullable(name)));
    }

    @Override
    public void keptIn(Supplier<Optional<String>> elsewhere) {
        place = elsewhere;
    }

    @Override
    public void follow(Consumer<Optional<String>> follower) {
        followers.add(follower);
    }
}
