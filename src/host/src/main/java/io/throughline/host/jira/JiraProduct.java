package io.throughline.host.jira;

import com.atlassian.event.api.EventPublisher;
import io.throughline.host.demo.Console;
import io.throughline.host.jira.importer.JiraImport;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.page.JiraPages;
import io.throughline.host.jira.rest.JiraRest;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.jira.synthetic.SyntheticWorld;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Product;
import io.throughline.host.services.UserLocales;
import io.throughline.host.web.WebTree;
import java.io.PrintStream;
import java.util.List;

/** Jira as one node's product. */
public final class JiraProduct implements Product {
    private Node node;
    private JiraServices services;

    @Override
    public String id() {
        return "jira";
    }

    @Override
    public String platformId() {
        return "jira";
    }

    @Override
    public String displayName() {
        return "Jira";
    }

    @Override
    public String version() {
        return "11.3.1";
    }

    @Override
    public List<String> exportedPackages() {
        return List.of(
                "com.atlassian.jira.*",
                "com.atlassian.query.*",
                "com.atlassian.crowd.*",
                "com.opensymphony.*",
                "org.ofbiz.core.entity",
                "org.apache.log4j");
    }

    @Override
    public void start(Node node) {
        this.node = node;
        EventPublisher publisher = node.services().get(EventPublisher.class);
        services = new JiraServices(
                JiraData.open(node.dataSource(), node.users(), node.clock()), node.users(), publisher::publish);
        FirstProjects.create(services);
        services.exportTo(node.services());
    }

    @Override
    public void mount(WebTree web) {
        web.rest(
                "/rest/api/2",
                JiraRest.resources(
                                services,
                                node.baseUrl(),
                                version(),
                                node.services().get(UserLocales.class))
                        .toArray());
        new JiraPages(node, services).mount(web);
        web.moduleTypes().register("jql-function", new JqlFunctionModules(services.functions()));
        services.ruleModules().registerTypes(web.moduleTypes());
    }

    /** Imports and made-up worlds come once per cluster: on the first node. */
    @Override
    public void ready() throws Exception {
        if (node.options().nodeId() == 1 && node.options().synthetic() > 0) {
            Console console = Console.ofThisProcess();
            console.say(new SyntheticWorld(services, console.stream())
                    .make(node.options().synthetic()));
        }
        if (node.options().nodeId() == 1 && !node.options().imports().isEmpty()) {
            PrintStream terminal = Console.ofThisProcess().stream();
            terminal.print(new JiraImport(services, terminal, node.home().resolve("import-left-out.txt"))
                    .run(node.options().imports())
                    .text());
            terminal.flush();
        }
    }

    @Override
    public void stop() {}
}
