package io.throughline.host.confluence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import com.atlassian.confluence.pages.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageRendererTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    private final Map<String, Macro> macros = new HashMap<>();
    private final StorageRenderer renderer =
            new StorageRenderer(name -> Optional.ofNullable(macros.get(name)), new Wiki());

    @Test
    void plainMarkupPasses() throws Exception {
        assertThat(render("<h1>A &amp; B</h1><p class=\"x\">one<br/>two &nbsp;&euro;&mdash;&lt;</p>"))
                .isEqualTo("<h1>A &amp; B</h1><p class=\"x\">one<br>two \u00a0€—&lt;</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java&#10;script:alert(1)\">x</a>",
                "<img src=\"data:text/html,alert(1)\"/>",
                "<iframe src=\"http://x\">alert(1)</iframe>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<svg><animate values=\"alert(1)\"/></svg>",
                "<ac:link><ri:url ri:value=\"javascript:alert(1)\"/></ac:link>",
                "<ac:image><ri:url ri:value=\"javascript:alert(1)\"/></ac:image>"
            })
    void whatCouldRunAScriptDoesNotPass(String storage) throws Exception {
        assertThat(render(storage))
                .doesNotContain("<script")
                .doesNotContain("onclick")
                .doesNotContain("href=\"")
                .doesNotContain("src=")
                .doesNotContain("values");
    }

    @Test
    void aMacroGetsWhatIsWrittenAndNothingElse() throws Exception {
        macros.put("planted", new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                return new TreeMap<>(parameters) + "|" + body + "|" + context.getSpaceKey();
            }
        });

        String html = render("<ac:structured-macro ac:name=\"planted\" ac:schema-version=\"1\">"
                + "<ac:parameter ac:name=\"plan\">PLAN-1 &auml;</ac:parameter>"
                + "<ac:parameter ac:name=\"page\"><ri:page ri:space-key=\"OPS\" ri:content-title=\"Home\"/></ac:parameter>"
                + "<ac:parameter ac:name=\"own\"><ri:page ri:content-title=\"Here\"/></ac:parameter>"
                + "<ac:parameter ac:name=\"who\"><ri:user ri:userkey=\"exec\"/></ac:parameter>"
                + "<ac:parameter ac:name=\"empty\"/>"
                + "<ac:parameter ac:name=\"\">unnamed</ac:parameter>"
                + "</ac:structured-macro>");

        assertThat(html)
                .isEqualTo("<div class=\"conf-macro output-block\" data-hasbody=\"false\" data-macro-name=\"planted\">"
                        + "{=unnamed, empty=, own=Here, page=OPS:Home, plan=PLAN-1 ä, who=exec}||STRAT</div>");
    }

    @Test
    void aRichBodyIsRenderedBeforeItsMacroSeesIt() throws Exception {
        macros.put("outer", body(Macro.BodyType.RICH_TEXT, Macro.OutputType.BLOCK));
        macros.put("inner", body(Macro.BodyType.NONE, Macro.OutputType.INLINE));

        String html = render("<ac:structured-macro ac:name=\"outer\"><ac:rich-text-body><p>x "
                + "<ac:structured-macro ac:name=\"inner\"/></p></ac:rich-text-body></ac:structured-macro>");

        assertThat(html)
                .contains("[<p>x <span class=\"conf-macro output-inline\"")
                .contains("[]</span></p>]</div>");
    }

    @Test
    void aPlainBodyIsHandedOverAsItIs() throws Exception {
        macros.put("code", body(Macro.BodyType.PLAIN_TEXT, Macro.OutputType.BLOCK));

        String html = render("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body>"
                + "<![CDATA[a < b && c &nbsp; &euro;]]></ac:plain-text-body></ac:structured-macro>");

        assertThat(html).contains("[a < b && c &nbsp; &euro;]");
    }

    @Test
    void theOutputOfAMacroIsNotTouched() throws Exception {
        macros.put("raw", returning("<b onclick=\"x()\">&auml;</b><script>y</script>"));

        assertThat(render("<ac:structured-macro ac:name=\"raw\"/>"))
                .contains("<b onclick=\"x()\">&auml;</b><script>y</script>");
    }

    @Test
    void anInlineMacroOnItsOwnStandsInAParagraph() throws Exception {
        macros.put("inline", body(Macro.BodyType.NONE, Macro.OutputType.INLINE));

        assertThat(render("<ac:structured-macro ac:name=\"inline\"/>"))
                .startsWith("<p><span")
                .endsWith("</span></p>");
        assertThat(render("<div><ac:structured-macro ac:name=\"inline\"/></div>"))
                .startsWith("<div><span");
    }

    @Test
    void anUnknownMacroIsABoxThatNamesItEscaped() throws Exception {
        assertThat(render("<p>before</p><ac:structured-macro ac:name=\"&lt;gone&gt;\"/><p>after</p>"))
                .startsWith("<p>before</p>")
                .contains("Error rendering macro '&lt;gone&gt;'")
                .contains("Unknown macro")
                .endsWith("<p>after</p>")
                .doesNotContain("<gone>");
    }

    @Test
    void aMacroThatFailsIsABoxAndTheRestOfThePageLives() throws Exception {
        macros.put("refuses", failing(new MacroExecutionException("no plan <b>\"X\"</b>")));
        macros.put("breaks", failing(new IllegalStateException("<i>")));

        String html =
                render("<ac:structured-macro ac:name=\"refuses\"/><ac:structured-macro ac:name=\"breaks\"/><p>on</p>");

        assertThat(html)
                .contains("Error rendering macro 'refuses'")
                .contains("no plan &lt;b&gt;&quot;X&quot;&lt;/b&gt;")
                .contains("Error rendering macro 'breaks'")
                .contains("java.lang.IllegalStateException: &lt;i&gt;")
                .endsWith("<p>on</p>");
    }

    @Test
    void aClassOfTheOtherProductIsABoxToo() throws Exception {
        macros.put("links", new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                throw new NoClassDefFoundError("com/atlassian/jira/issue/Issue");
            }
        });

        assertThat(render("<ac:structured-macro ac:name=\"links\"/>"))
                .contains("java.lang.NoClassDefFoundError: com/atlassian/jira/issue/Issue");
    }

    @ParameterizedTest
    @EnumSource(ConversionContextOutputType.class)
    void aMacroKnowsWhatThePageIsRenderedFor(ConversionContextOutputType type) throws Exception {
        macros.put("type", new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                return context.getOutputType() + " " + context.getEntity().getTitle();
            }
        });

        String html = renderer.render("<ac:structured-macro ac:name=\"type\"/>", context(type));

        assertThat(html).contains(type.name().toLowerCase(java.util.Locale.ROOT) + " Strategy");
        assertThat(html.contains("conf-macro"))
                .isEqualTo(type == ConversionContextOutputType.DISPLAY || type == ConversionContextOutputType.PREVIEW);
    }

    @Test
    void aPageThatTakesTooLongStopsAtTheNextMacro() throws Exception {
        Instant start = CLOCK.instant();
        Instant[] now = {start};
        Clock moving = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        macros.put("slow", new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                now[0] = start.plus(Duration.ofMinutes(3));
                return "slow but done";
            }
        });
        PageConversion context = new PageConversion(null, "STRAT", ConversionContextOutputType.DISPLAY, moving);

        String html = renderer.render(
                "<ac:structured-macro ac:name=\"slow\"/><ac:structured-macro ac:name=\"slow\"/>", context);

        assertThat(html).containsOnlyOnce("slow but done").contains("Rendering took longer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ac:link><ri:page ri:content-title=\"Home\"/></ac:link>|<a href=\"/c/STRAT/Home\">Home</a>",
                "<ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"Home\"/><ac:link-body><em>go</em></ac:link-body></ac:link>"
                        + "|<a href=\"/c/OPS/Home\"><em>go</em></a>",
                "<ac:link ac:anchor=\"top\"><ri:page ri:content-title=\"Home\"/></ac:link>|<a href=\"/c/STRAT/Home#top\">Home</a>",
                "<ac:link ac:anchor=\"top\"><ac:plain-text-link-body><![CDATA[up & away]]></ac:plain-text-link-body></ac:link>"
                        + "|<a href=\"#top\">up &amp; away</a>",
                "<ac:link><ri:page ri:content-title=\"Gone\"/></ac:link>|<span class=\"unresolved\">Gone</span>",
                "<ac:link><ri:user ri:userkey=\"exec\"/></ac:link>|<span class=\"confluence-userlink\">Erin Exec</span>",
                "<ac:link><ri:user ri:userkey=\"nemo\"/></ac:link>"
                        + "|<span class=\"confluence-userlink\">Unknown User (nemo)</span>",
                "<ac:link><ri:space ri:space-key=\"OPS\"/></ac:link>|<a href=\"/c/OPS\">OPS</a>",
                "<ac:image ac:width=\"10\"><ri:url ri:value=\"http://x/y.png\"/></ac:image>"
                        + "|<img class=\"confluence-embedded-image\" src=\"http://x/y.png\" width=\"10\">",
                "<ac:image><ri:attachment ri:filename=\"a.png\"/></ac:image>|<span class=\"unknown-attachment\">a.png</span>",
                "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>"
                        + "<ac:task-body>do <b>it</b></ac:task-body></ac:task></ac:task-list>"
                        + "|<ul class=\"inline-task-list\"><li class=\"checked\">do <b>it</b></li></ul>",
                "<ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><p>a</p></ac:layout-cell></ac:layout-section></ac:layout>"
                        + "|<div class=\"contentLayout2\"><div class=\"columnLayout two-equal\" data-layout=\"two-equal\">"
                        + "<div class=\"cell\"><div class=\"innerCell\"><p>a</p></div></div></div></div>",
                "<ac:future-thing><p>kept</p></ac:future-thing>|<p>kept</p>"
            })
    void confluencesOwnElementsAreRendered(String storage, String html) throws Exception {
        assertThat(render(storage)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>open",
                "<p>&nosuch;</p>",
                "<!DOCTYPE x><p/>",
                "</root><root>",
                "a & b",
                "<x:y/>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>"
            })
    void whatIsNotStorageFormatIsRefusedWithTheReason(String storage) {
        assertThatExceptionOfType(UnreadableStorage.class)
                .isThrownBy(() -> render(storage))
                .withMessageStartingWith("Error parsing xhtml: ");
    }

    @Test
    void absurdNestingIsRefused() {
        assertThatExceptionOfType(UnreadableStorage.class)
                .isThrownBy(() -> render("<b>".repeat(5000) + "</b>".repeat(5000)))
                .withMessageContaining("deep");
    }

    private String render(String storage) throws UnreadableStorage {
        return renderer.render(storage, context(ConversionContextOutputType.DISPLAY));
    }

    private static PageConversion context(ConversionContextOutputType type) {
        Page page = new Page();
        page.setTitle("Strategy");
        return new PageConversion(page, "STRAT", type, CLOCK);
    }

    private static Macro returning(String html) {
        return new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                return html;
            }
        };
    }

    private static Macro body(Macro.BodyType bodyType, Macro.OutputType outputType) {
        return new Planted(bodyType, outputType) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                return "[" + body + "]";
            }
        };
    }

    private static Macro failing(Exception failure) {
        return new Planted(Macro.BodyType.NONE, Macro.OutputType.BLOCK) {
            @Override
            public String execute(Map<String, String> parameters, String body, ConversionContext context)
                    throws MacroExecutionException {
                if (failure instanceof MacroExecutionException) {
                    throw (MacroExecutionException) failure;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    private abstract static class Planted implements Macro {
        private final BodyType bodyType;
        private final OutputType outputType;

        Planted(BodyType bodyType, OutputType outputType) {
            this.bodyType = bodyType;
            this.outputType = outputType;
        }

        @Override
        public BodyType getBodyType() {
            return bodyType;
        }

        @Override
        public OutputType getOutputType() {
            return outputType;
        }
    }

    private static final class Wiki implements WikiLinks {
        @Override
        public Optional<String> page(String spaceKey, String title) {
            return title.equals("Gone") ? Optional.empty() : Optional.of("/c/" + spaceKey + "/" + title);
        }

        @Override
        public Optional<String> space(String key) {
            return Optional.of("/c/" + key);
        }

        @Override
        public Optional<String> person(String userKey) {
            return userKey.equals("exec") ? Optional.of("Erin Exec") : Optional.empty();
        }
    }
}
