package io.throughline.host.jira.importer.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How Jira calls its columns: Data Center and Cloud, old and new, and the same in some other languages. */
final class Headings {
    private static final String[] WORDS = {
        "KEY issue key|key|issue|issuekey|work item key|work key|vorgangsschlüssel|schlüssel|clé de ticket|clé|clave de incidencia"
                + "|clave|chiave|sleutel|chave|klucz zgłoszenia|klucz|ключ|課題キー|キー|关键字|问题关键字|이슈 키",
        "ID issue id|id|work item id|vorgangs-id|vorgangskennung|id de ticket|id de incidencia|id da item",
        "SUMMARY summary|title|zusammenfassung|résumé|resumen|riepilogo|samenvatting|resumo|podsumowanie|тема|要約|概要|摘要|요약",
        "DESCRIPTION description|beschreibung|descripción|descrizione|omschrijving|descrição|opis|описание|説明|描述|설명",
        "TYPE issue type|type|issuetype|work type|work item type|vorgangstyp|vorgangtyp|type de ticket|tipo de incidencia|tipo di ticket"
                + "|issuetype name|tipo de item|typ zgłoszenia|тип запроса|тип задачи|課題タイプ|问题类型|이슈 유형",
        "STATUS status|état|statut|estado|stato|status zgłoszenia|статус|ステータス|状态|상태",
        "STATUS_CATEGORY status category|statuscategory|statuskategorie|catégorie d'état|categoría de estado|categoria dello stato",
        "PROJECT_NAME project name|project|projektname|projekt|nom du projet|projet|nombre del proyecto|proyecto|nome del progetto"
                + "|progetto|проект|プロジェクト|项目|프로젝트",
        "PRIORITY priority|priorität|priorité|prioridad|priorità|prioriteit|prioridade|priorytet|приоритет|優先度|优先级|우선순위",
        "RESOLUTION resolution|lösung|résolution|resolución|risoluzione|oplossing|resolução|rozwiązanie|решение|解決状況|解决结果",
        "ASSIGNEE assignee|bearbeiter|zugewiesene person|zugewiesen an|responsable|attribué à|persona asignada|asignado|assegnatario"
                + "|исполнитель|担当者|经办人|담당자",
        "ASSIGNEE_ID assignee id",
        "REPORTER reporter|autor|berichterstatter|rapporteur|informador|segnalatore|автор|報告者|报告人|보고자",
        "REPORTER_ID reporter id",
        "CREATOR creator|ersteller|créateur|creador|creatore",
        "CREATOR_ID creator id",
        "CREATED created|created date|erstellt|création|créé|créée|creada|creado|creato|aangemaakt|criado|utworzono|создано|作成日|创建日期|만듦",
        "UPDATED updated|updated date|aktualisiert|mise à jour|mis à jour|actualizada|actualizado|aggiornato|bijgewerkt|обновлено|更新日|已更新",
        "RESOLVED resolved|resolved date|resolution date|resolutiondate|erledigt|gelöst|résolu|résolue|resuelta|resuelto|risolto"
                + "|решено|解決日|已解决",
        "DUE due date|due|duedate|fälligkeitsdatum|fällig|date d'échéance|échéance|fecha de vencimiento|data di scadenza|期限|到期日",
        "LABELS labels|label|stichwörter|stichworte|étiquettes|etiquetas|etichette|метки|ラベル|标签",
        "COMPONENTS component/s|components|component|komponente/n|komponenten|composant(s)|composants|componente/s|componentes|模块",
        "FIX_VERSIONS fix version/s|fix versions|fix version|fixversions|lösungsversion(en)|lösungsversion|version(s) corrigée(s)"
                + "|versiones de corrección|versión/es de corrección",
        "AFFECTS_VERSIONS affects version/s|affects versions|affects version|affected versions|betrifft version(en)|version(s) affectée(s)",
        "ORIGINAL_ESTIMATE original estimate|timeoriginalestimate|ursprüngliche schätzung|estimation originale|estimación original",
        "REMAINING_ESTIMATE remaining estimate|timeestimate|verbleibende schätzung|estimation restante",
        "TIME_SPENT time spent|timespent|zeitaufwand|temps passé|tiempo dedicado",
        "PARENT_ID parent id|übergeordnete id|id du parent",
        "PARENT parent key|parent issue key|parent|übergeordnet|übergeordneter vorgang",
        "REDUNDANT project key|project type|project lead|project lead id|project description|project url|projektschlüssel|projekttyp"
                + "|parent summary|epic link summary|status category changed|last viewed|work ratio|σ original estimate"
                + "|σ remaining estimate|σ time spent|σ progress|progress"
    };

    private Headings() {}

    static Map<String, Column> all() {
        Map<String, Column> headings = new HashMap<>();
        for (String line : WORDS) {
            int space = line.indexOf(' ');
            Column column = Column.valueOf(line.substring(0, space));
            for (String heading : line.substring(space + 1).split("\\|")) {
                headings.putIfAbsent(plain(heading), column);
            }
        }
        return Map.copyOf(headings);
    }

    /** Lower case, one space between words. */
    static String plain(String heading) {
        return heading.strip().replaceAll("[\\s\u00a0]+", " ").toLowerCase(Locale.ROOT);
    }
}
