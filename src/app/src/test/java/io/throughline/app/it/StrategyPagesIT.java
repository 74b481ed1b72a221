package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Strategy pages of a running Confluence beside the Jira that they are about, read by three people with three rights: what
 * they show is what Jira says to each of them, on screen and on paper, and nothing that one may not see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrategyPagesIT {
    @TempDir
    static Path folder;

    private final String today = LocalDate.now(ZoneOffset.UTC).toString();
    private final String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    private JiraGate gate;
    private NextVersion next;
    private Products products;
    private WikiPages pages;
    private StrategyWorld world;
    private String nine;
    private String pinned;
    private String frozen;

    @BeforeAll
    void aStrategyAndAPageWithAllMacros() throws Exception {
        gate = new JiraGate();
        next = new NextVersion(folder);
        products = Products.both(
                folder.resolve("data"),
                "--jira-url",
                gate.url(),
                "--trust",
                next.certificate().toString());
        gate.leadsTo(products.jiraUrl());
        pages = new WikiPages(products);
        pages.budget(30_000); // a cold product on a busy machine is not what is tested here
        world = new StrategyWorld(products.jiraAs("admin"));
        world.make();
        nine = pages.make("Nine macros", everything(""));
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
        gate.close();
    }

    private String everything(String more) {
        return WikiPages.all(more)
                .replace(
                        "ac:name=\"strategy-health\">",
                        "ac:name=\"strategy-health\"><ac:parameter ac:name=\"since\">" + yesterday + "</ac:parameter>")
                .replace(
                        "ac:name=\"strategy-changes\">",
                        "ac:name=\"strategy-changes\"><ac:parameter ac:name=\"from\">" + yesterday + "</ac:parameter>");
    }

    @ParameterizedTest
    @CsvSource({"pmo", "exec", "dev"})
    @Order(1)
    void everyNumberOfEveryMacroIsWhatJiraSaysToThatReader(String user) throws Exception {
        List<Element> macros = pages.macros(user, nine);
        NumbersOnSheets rest = new NumbersOnSheets(products.jiraAs(user), "");

        assertThat(macros).hasSize(9);
        rest.scorecard(macros.get(0));
        rest.map(macros.get(1));
        rest.cascade(macros.get(2));
        rest.onAPage(macros.get(3));
        rest.objective(macros.get(4));
        rest.kpi(macros.get(5));
        rest.health(macros.get(6), yesterday);
        rest.orphans(macros.get(7));
        rest.changes(macros.get(8), yesterday);
        System.out.println(rest.compared() + " figures of nine macros are what Jira says to " + user);
        assertThat(rest.compared()).isGreaterThan(250);
    }

    @Test
    @Order(2)
    void paperAndMailHaveEveryNameAndNumberOfTheScreen() throws Exception {
        for (String user : List.of("pmo", "exec")) {
            new OnPaper(pages, new SecretOnPages(products, pages)).hasAllOfTheScreen(user, nine);
        }
    }

    @ParameterizedTest
    @CsvSource({"pmo", "exec", "dev"})
    @Order(3)
    void noWordOfAProjectThatOneMayNotBrowseReachesOneInAnyWay(String user) throws Exception {
        SecretOnPages secret = new SecretOnPages(products, pages);

        SecretOnPages.nothingOfIt(user, secret.ways(user, nine));
        // who may browse it does read it: the test looks at the right places
        String screen = pages.screen("pmo", nine).text();
        assertThat(screen).contains("SECRET-1", StrategyWorld.WORD_OF_SECRET + " epic");
        assertThat(pages.pdf("exec", nine)).contains(StrategyWorld.WORD_OF_CREW);
    }

    @Test
    @Order(4)
    void whoMayNotViewStrategyGetsNoWordOfIt() throws Exception {
        new SecretOnPages(products, pages).nothingForWhoMayNotViewStrategy(nine);
    }

    @Test
    @Order(4)
    void copiesNeverCrossHoweverReadersInterleave() throws Exception {
        new SecretOnPages(products, pages).copiesNeverCross(nine);
    }

    @Test
    @Order(5)
    void whatIsPinnedOrFrozenByOneTellsOthersNothingThatTheyMayNotSee() throws Exception {
        SecretOnPages secret = new SecretOnPages(products, pages);
        pinned = pages.make("Pinned macros", everything(""));
        frozen = pages.make("Frozen macros", everything(""));
        secret.hold("pin", pinned);
        secret.hold("freeze", frozen);

        assertThat(pages.storage(frozen)).doesNotContain("strategy-").contains("Trains arrive when we said");
        assertThat(pages.storage(frozen)).doesNotContain("SECRET", "CREW", "OPEN-1");
        for (String user : List.of("exec", "dev")) {
            for (String page : List.of(pinned, frozen)) {
                SecretOnPages.nothingOfIt(user, secret.ways(user, page));
            }
            NumbersOnSheets rest = new NumbersOnSheets(products.jiraAs(user), today);
            List<Element> macros = pages.macros(user, pinned);
            macros.forEach(each -> assertThat(each.text()).contains("Pinned at strategy version "));
            macros.forEach(
                    each -> each.select(".tl-macro-foot span:contains(Pinned)").remove());
            rest.scorecard(macros.get(0));
            rest.objective(macros.get(4));
        }
        String outcome = Figures.outcome(products.jiraAs("exec").get(Caller.STRATEGY + "/plans/PLAN-1/tree"))
                .get(0);
        assertThat(pages.screen("exec", frozen).text()).contains(outcome);
    }

    @Test
    @Order(6)
    void inReadOnlyModePagesAreReadAndHeldNoMore() throws Exception {
        List<Element> before = pages.macros("pmo", nine);
        WikiMaintenance wiki = new WikiMaintenance(products);

        wiki.readOnly(true);
        try {
            wiki.holdsNothing(nine, before.get(0).attr("data-tl-macro"));
            Document now = pages.screen("pmo", nine);
            assertThat(now.select(".tl-macro").eachText())
                    .isEqualTo(before.stream().map(Element::text).toList());
            assertThat(now.getElementById("editPageLink"))
                    .as("with it go our menus")
                    .isNull();
        } finally {
            wiki.readOnly(false);
        }

        assertThat(pages.screen("pmo", nine).getElementById("editPageLink")).isNotNull();
    }

    @Test
    @Order(7)
    void aPicturesAddressIsWorthOnePictureAndNothingElse() throws Exception {
        String mail = new SecretOnPages(products, pages).mail("exec", nine);
        List<String> pictures = SecretOnPages.pictures(mail);
        assertThat(pictures).hasSizeGreaterThan(1);
        String place = "/plugins/servlet/throughline/picture/";
        String[] parts = pictures.get(0).split("[.-]");
        String[] others = pictures.get(1).split("[.-]");

        assertThat(pages.statusForNobody(place + pictures.get(0))).isEqualTo(200);
        for (int part = 0; part < parts.length; part++) {
            String wrong = pictures.get(0).replace(parts[part], others[part].equals(parts[part]) ? "0" : others[part]);
            assertThat(pages.statusForNobody(place + wrong)).as(wrong).isEqualTo(404);
        }
        assertThat(pages.statusForNobody(place)).isEqualTo(404);
    }

    @Test
    @Order(8)
    void pagesSurviveAnotherSpaceAndTheAppsDisablingAndUpgrade() throws Exception {
        StoredPages stored = new StoredPages(products, pages);
        String carried = stored.carriedIntoAnotherSpace(nine, "CARRIED");
        List<List<String>> shown = stored.figures("exec", nine);
        List<List<String>> shownToDev = stored.figures("dev", nine);
        List<List<String>> pinnedThen = stored.figures("exec", pinned);
        String frozenThen = pages.screen("exec", frozen).select("table").text();

        assertThat(carried).isNotEqualTo(nine);
        assertThat(stored.figures("exec", carried)).isEqualTo(shown);
        stored.plugin("disable");
        assertThat(pages.screen("exec", nine).text()).contains("strategy-scorecard");
        assertThat(pages.macros("exec", nine)).isEmpty();
        assertThat(pages.screen("exec", frozen).select("table").text()).isEqualTo(frozenThen);
        stored.plugin("enable");
        assertThat(stored.figures("exec", nine)).isEqualTo(shown);

        next.installIn(products.confluenceUrl());
        assertThat(stored.figures("exec", nine)).isEqualTo(shown);
        next.installIn(products.jiraUrl());
        stored.awaitWork(StrategyWorld.ITEMS);
        assertThat(stored.figures("dev", nine)).isEqualTo(shownToDev);
        assertThat(stored.figures("exec", pinned)).isEqualTo(pinnedThen);
        assertThat(stored.figures("exec", carried)).isEqualTo(shown);
        assertThat(pages.screen("exec", frozen).select("table").text()).isEqualTo(frozenThen);
    }

    @Test
    @Order(9)
    void aRenamedPlanHasItsNewNameAndWhatIsDeletedTheLastOneKnown() throws Exception {
        StoredPages stored = new StoredPages(products, pages);
        String page = pages.make("Freight", StoredPages.ofFreight(""));
        String onPaper = pages.make("Freight, as of today", StoredPages.ofFreight(";asOf=" + today));
        assertThat(pages.macros("dev", page).get(0).text()).contains("Freight").doesNotContain("Rail cargo");
        world.change("plans/PLAN-2", "'name':'Rail cargo'");

        for (int macro : List.of(0, 1, 2, 3, 4, 5, 6, 7, 8)) {
            assertThat(pages.macros("admin", page).get(macro).text()).contains("Rail cargo");
        }
        stored.delete("plans/PLAN-2");
        stored.eachSaysWhatIsGone("exec", page);
        stored.eachSaysWhatIsGone("pmo", onPaper);
        assertThat(pages.pdf("pmo", page)).contains("There is no PLAN-2", "Freight");
    }

    /** Nobody has read this page before, so there is nothing old to show. Each is asked by somebody else or of another day. */
    @Test
    @Order(10)
    void whateverJiraDoesThePageRendersAndSaysIt() throws Exception {
        TroubledLink link = new TroubledLink(gate, pages);
        String page = pages.make(
                "Untold",
                everything("")
                        .replace("PLAN-1", "PLAN-3")
                        .replace("OBJ-1", "OBJ-6")
                        .replace("KPI-1", "KPI-7"));
        pages.budget(30_000);
        gate.is(JiraGate.Mood.FAILING);
        link.saysInsteadOfEachMacro("pmo", page, "Jira could not read the strategy.", "7f3a9c");
        gate.is(JiraGate.Mood.TALKING_NONSENSE);
        link.saysInsteadOfEachMacro("exec", page, "Jira answered, but not with strategy.", "a proxy may have answered");
        gate.is(JiraGate.Mood.SENDING_TO_A_LOGIN);
        link.saysInsteadOfEachMacro("dev", page, "Jira answered, but not with strategy.", "a proxy may have answered");
        gate.is(JiraGate.Mood.SENDING_FIFTY_MEGABYTES);
        link.saysInsteadOfEachMacro("admin", page, "Jira answered more than a page can show.", "Show a part of it");
        gate.is(JiraGate.Mood.WANTING_CONSENT);
        link.saysInsteadOfEachMacro("outsider", page, "may read strategy for you.", "You are asked once.");
        assertThat(pages.screen("outsider", page).select(".tl-notice a").attr("href"))
                .contains("/oauth/");

        pages.budget(500);
        String another = pages.make(
                "Untold too",
                pages.storage(page)
                        .replace("PLAN-3", "PLAN-4")
                        .replace("OBJ-6", "OBJ-7")
                        .replace("KPI-7", "KPI-8"));
        gate.questions();
        gate.is(JiraGate.Mood.HUNG);
        link.saysInsteadOfEachMacro("exec", another, "Jira did not answer in time.", "Reload the page in a moment.");
        assertThat(gate.questions()).as("one is enough to see that Jira hangs").hasSize(1);
        gate.is(JiraGate.Mood.OPEN);
    }

    /** Longer than a quiet machine should wait for each time: a copy has to grow older than thirty seconds first. */
    @Test
    @Order(11)
    @EnabledIfSystemProperty(named = "throughline.limits", matches = "true", disabledReason = "./verify --long runs it")
    void whoHasReadBeforeKeepsWhatTheyReadAndAllIsFreshSoonAfterJiraIsBack() throws Exception {
        TroubledLink link = new TroubledLink(gate, pages);
        pages.budget(3_000);
        String version = products.jiraAs("admin")
                .get(Caller.STRATEGY + "/plans/PLAN-1/tree")
                .get("modelVersion")
                .asText();
        link.reloadUntilOfVersion(version, "exec", nine);
        link.reloadUntilOfVersion(version, "pmo", nine);
        List<Element> exec = pages.macros("exec", nine);
        List<Element> pmo = pages.macros("pmo", nine);

        gate.kill();
        link.reloadUntilOld("exec", nine);
        link.saysAboveEachCopy("exec", nine, "Jira cannot be reached.", exec);
        gate.questions();
        gate.revive();
        TroubledLink.noStorm(link.reloadUntilFresh("exec", nine));

        gate.is(JiraGate.Mood.HUNG);
        link.reloadUntilOld("pmo", nine);
        for (int second = 0; second < 60; second += 5) {
            link.saysAboveEachCopy("pmo", nine, "Jira did not answer in time.", pmo);
            Thread.sleep(5_000);
        }
        assertThat(pages.pdf("pmo", nine)).contains("Jira did not answer in time.");
        gate.questions();
        gate.is(JiraGate.Mood.OPEN);
        TroubledLink.noStorm(link.reloadUntilFresh("pmo", nine));
    }
}
