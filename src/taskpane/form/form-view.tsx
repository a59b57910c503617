/** The view Biểu: what the open sheet is, and how to come to a Biểu where it is none. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import { SentCopyCard } from "../submit/sent-copy-card";
import { isKnown } from "../state/selectors";
import type { Views } from "../frame/use-views";
import type { ViewProps } from "../frame/view-props";
import { AboutPage } from "./about-fields";
import { AdoptSection } from "./adopt-section";
import { CreatePage } from "./create-page";
import { Overview } from "./overview";
import { UnknownSection } from "./unknown-section";
import { Welcome } from "./welcome";

declare const BIEU_VERSION: string;
/** Set by the build; tests run the sources as they are. */
const VERSION = typeof BIEU_VERSION === "string" ? BIEU_VERSION : "dev";

interface FormViewProps extends ViewProps {
  /** The pages that few come to, which are not part of the first script; undefined until they are there. */
  readonly views: Pick<Views, "CarryPage" | "LearnPage" | "OwnPage"> | undefined;
  /** What stands in their place until then. */
  readonly waiting: ComponentChildren;
}

/** The view Biểu. Another page of it begins at its top, wherever the one before was scrolled to. */
export function FormView(props: FormViewProps) {
  return (
    <>
      <Top page={props.state.page} />
      <Page {...props} />
    </>
  );
}

function Top({ page }: Pick<ViewProps["state"], "page">) {
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const panel = here.current?.closest('[role="tabpanel"]');
    if (panel) panel.scrollTop = 0;
  }, [page]);
  return <span ref={here} hidden />;
}

function Page(props: FormViewProps) {
  const { state, texts, views, waiting } = props;
  const { sheet, page, welcome, stage } = state;
  if (!sheet) return stage === "starting" ? <p class="quiet">{texts.opening}</p> : null;
  if (page === "create") return <CreatePage {...props} />;
  if (page === "carry") return views ? <views.CarryPage {...props} /> : <>{waiting}</>;
  if (page === "own") return views ? <views.OwnPage {...props} /> : <>{waiting}</>;
  if (page === "about" && isKnown(sheet)) return <AboutPage {...props} sheet={sheet} />;
  if (page === "learn" && state.learning) return views ? <views.LearnPage {...props} /> : <>{waiting}</>;
  const { adoption, snapshot, memoryDamaged, isSentCopy } = sheet;
  if (isSentCopy) return <SentCopyCard {...props} />;
  if (welcome && adoption.kind === "nothing") return <Welcome {...props} />;
  return (
    <>
      {snapshot.isProtected && <Warning words={texts.locked} />}
      {memoryDamaged && <Warning words={texts.memoryDamaged} />}
      {snapshot.rowsLeftOut > 0 && <Warning words={texts.rowsLeftOut(writeInteger(snapshot.rowsLeftOut))} />}
      {snapshot.columnsLeftOut > 0 && <Warning words={texts.columnsLeftOut(writeInteger(snapshot.columnsLeftOut))} />}
      {adoption.kind === "nothing" && (
        <>
          <h2 class="title">{texts.form.nothingTitle}</h2>
          <p class="quiet">{texts.form.nothing(snapshot.sheet.name)}</p>
          <div class="gap" />
        </>
      )}
      {adoption.kind === "unknown-form" && <UnknownSection {...props} />}
      {(adoption.kind === "ours" || adoption.kind === "adopted") && (
        <Overview {...props} sheet={sheet} adoption={adoption} />
      )}
      {(adoption.kind === "adoptable" || adoption.kind === "adopted") && (
        <AdoptSection {...props} adoption={adoption} />
      )}
      <OtherWays {...props} titled={adoption.kind !== "nothing"} />
      {/* An office that updates its server sees here whether a pane is still the old one. */}
      <p class="quiet version">{texts.version(VERSION)}</p>
    </>
  );
}

export function Warning({ words }: { readonly words: string }) {
  return (
    <p class="locked">
      <Icon name="warning" />
      <span>{words}</span>
    </p>
  );
}

/** The ways to a Biểu, as cards. */
function OtherWays({ state, actions, texts, titled }: ViewProps & { readonly titled: boolean }) {
  const words = texts.form;
  const nothing = state.sheet?.adoption.kind === "nothing";
  return (
    <>
      {titled && <h2 class="title">{words.others}</h2>}
      <button type="button" class="card" onClick={() => actions.openPage("create")}>
        <Icon name="create" />
        <span>
          <b>{words.create}</b>
          <span class="quiet">{words.createLine}</span>
        </span>
      </button>
      {nothing && (
        <button type="button" class="card" onClick={() => void actions.lookAgain()}>
          <Icon name="table" />
          <span>
            <b>{words.adopt}</b>
            <span class="quiet">{words.adoptLine}</span>
          </span>
        </button>
      )}
      <button type="button" class="card" onClick={() => actions.openPage("carry")}>
        <Icon name="next" />
        <span>
          <b>{words.carry}</b>
          <span class="quiet">{words.carryLine}</span>
        </span>
      </button>
      <button type="button" class="card" onClick={() => actions.openPage("own")}>
        <Icon name="document" />
        <span>
          <b>{texts.own.own}</b>
          <span class="quiet">{texts.own.ownLine}</span>
        </span>
      </button>
    </>
  );
}
