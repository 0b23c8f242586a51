/** Prose, rendered: GFM without raw HTML; links leave by main, images load only from inside the file. */
import { memo, useState, type ComponentProps, type JSX, type MouseEvent } from 'react';
import Markdown, { defaultUrlTransform, type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { NetworkView } from '../../shared/network-view';
import { useServices } from '../app/api';
import { reasonOf } from '../app/session';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { markNames } from '../highlight/prose';
import { Icon } from '../ui/icons';
import { ShowMore } from '../ui/ShowMore';
import { pieceEnd } from './pieces';
import { useSpoken } from '../ui/spoken';

/** An image inside the file. As the source of an `img` not even an SVG runs scripts or loads anything. */
const DATA_IMAGE = /^data:image\//i;

function transformUrl(url: string, key: string): string {
  return key === 'src' ? url : defaultUrlTransform(url);
}

function Image({ src, alt }: { readonly src?: unknown; readonly alt?: string | undefined }): JSX.Element {
  const address = typeof src === 'string' ? src : '';
  if (DATA_IMAGE.test(address)) return <img src={address} alt={alt ?? ''} />;
  const description = alt === undefined || alt === '' ? words.markdown.noAlt : alt;
  return (
    <span className="remote-image" role="img" aria-label={`${words.markdown.remoteImage}: ${description}`}>
      <Icon name="image" />
      <span>
        {description}
        <span className="remote-image-address">
          {words.markdown.remoteImage}. {words.markdown.imageAddress(address)}
        </span>
      </span>
    </span>
  );
}

/** Addresses that main offers to open; the others look like text, and say why. */
const OPENED = /^(?:https?|mailto):/i;

function Link({ href, title, children }: ComponentProps<'a'>): JSX.Element {
  const { api } = useServices();
  const store = useStore();
  if (href === undefined || !OPENED.test(href)) {
    return (
      <span className="dead-link" title={words.markdown.deadLink(href ?? '')}>
        {children}
      </span>
    );
  }

  function open(event: MouseEvent): void {
    if (href === undefined) return;
    event.preventDefault();
    api.openLink(href).catch((error: unknown) => {
      store.update((state) => ({ ...state, notice: () => words.notice.linkFailed(reasonOf(error)) }));
    });
  }

  return (
    <a href={href} title={title ?? href} onClick={open}>
      {children}
    </a>
  );
}

function Table({ children }: ComponentProps<'table'>): JSX.Element {
  return (
    <div className="table-scroll">
      <table>{children}</table>
    </div>
  );
}

const COMPONENTS: Components = {
  img: ({ src, alt }) => <Image src={src} alt={alt} />,
  a: ({ href, title, children }) => (
    <Link href={href} title={title}>
      {children}
    </Link>
  ),
  table: ({ children }) => <Table>{children}</Table>,
  // The only input of GFM is the box of a task.
  input: ({ checked }) => (
    <input
      type="checkbox"
      disabled
      checked={checked === true}
      aria-label={words.markdown.task(checked === true)}
    />
  ),
};

interface PieceProps {
  readonly text: string;
  readonly view: NetworkView | null;
}

const Piece = memo(function Piece({ text, view }: PieceProps): JSX.Element {
  useSpoken();
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={view === null ? [] : [[markNames, view]]}
      components={COMPONENTS}
      urlTransform={transformUrl}
    >
      {text}
    </Markdown>
  );
});

interface Props {
  readonly text: string;
  /** The network that the text tells of; null where none is known yet. */
  readonly view: NetworkView | null;
}

export const MarkdownView = memo(function MarkdownView({ text, view }: Props): JSX.Element {
  useSpoken();
  const [count, setCount] = useState(1);
  const pieces: JSX.Element[] = [];
  let end = 0;
  while (end < text.length && pieces.length < count) {
    const start = end;
    end = pieceEnd(text, start);
    pieces.push(<Piece key={start} text={text.slice(start, end)} view={view} />);
  }
  return (
    <div className="prose">
      {pieces}
      {end >= text.length ? null : (
        <ShowMore
          label={words.markdown.showMore(end, text.length)}
          onMore={() => setCount((shown) => shown + 1)}
        />
      )}
    </div>
  );
});
