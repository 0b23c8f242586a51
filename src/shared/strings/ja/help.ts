/** コンソール セルと編集セルのコマンドの説明 */
import type { HelpStrings } from '../help';

const IPV4 = 'IPv4 を使います（常に IPv4 です）。';
const NO_NAMES = 'アドレスを名前に解決しません。';
const MAXIMUM_HOPS = '最大ホップ数。1～255（30）。';
const FLOW = '既定以外のフロー: PROTOCOL[:SOURCE_PORT[:DESTINATION_PORT]]。例: tcp:40000:443。';
const REPORT = 'レポートを出力します（常に出力します）。';

function wait(ms: number): string {
  return `各応答を待つ時間（ms）。既定は ${ms}。`;
}

export const helpStrings: HelpStrings = {
  console: {
    tracert: {
      summary: 'Windows と同じく ICMP エコーで、宛先への経路をホップごとに調べます。',
      options: { '-d': NO_NAMES, '-h': MAXIMUM_HOPS, '-w': wait(4000), '-4': IPV4 },
    },
    ping: {
      summary: 'Windows と同じく ICMP エコー要求を宛先に送り、応答を表示します。',
      options: {
        '-n': 'エコー要求の数。1～100（4）。',
        '-l': 'データのバイト数。0～65500（32）。',
        '-i': 'TTL（生存時間）。1～255（128）。',
        '-w': wait(4000),
        '-4': IPV4,
      },
    },
    traceroute: {
      summary:
        'Linux と同じく UDP で経路を調べます。プローブごとに別のフローとして等コスト経路に分かれます。',
      options: {
        '-I': 'ICMP エコーを使います。すべてのプローブが 1 つのフローになります。',
        '-n': NO_NAMES,
        '-q': 'ホップごとのプローブ数。1～10（3）。',
        '-m': MAXIMUM_HOPS,
        '-w': '各応答を待つ秒数（5）。',
        '-p': '最初のプローブのポート。以降は 1 つずつ増えます（33434）。',
        '-4': IPV4,
      },
    },
    pathping: {
      summary: 'Windows と同じく、経路を調べてから各ホップの損失を測ります。',
      options: {
        '-n': NO_NAMES,
        '-h': MAXIMUM_HOPS,
        '-q': 'ホップごとのエコー数。1～100（100）。',
        '-p': 'エコーの間隔（ms）。既定は 250。',
        '-w': wait(3000),
        '-4': IPV4,
      },
    },
    mtr: {
      summary: '各ホップの損失と時間を mtr の列で報告します。',
      options: {
        '-r': REPORT,
        '--report': REPORT,
        '-n': NO_NAMES,
        '-c': 'ホップごとのプローブ数。1～100（10）。',
        '-m': MAXIMUM_HOPS,
        '-4': IPV4,
      },
    },
    latency: {
      summary: '複数の宛先へ、または複数のネットワークでの、ホップ別の往復遅延を重ねて示します。',
      options: {
        '--in': '調べるネットワーク: base（既定）、シナリオ、または両方。',
        '-c': 'ホップごとのプローブ数。1～100（10）。',
      },
    },
    trace: {
      summary: '往路と復路を並べて調べ、どこで、なぜ分かれるかを示します。',
      options: { '--both': '両方向を調べます（常に両方向です）。', '--flow': FLOW },
    },
    bottleneck: {
      summary: '宛先への経路で最小の帯域幅と、それを決めている箇所を示します。',
      options: { '--flow': FLOW },
    },
    reach: {
      summary: 'ホストのすべての組について、結果、ホップ数、往復遅延を一覧にします。',
      options: {},
    },
    matrix: {
      summary: 'ホストのすべての組を、送信元を行、宛先を列とする表で示します。',
      options: { '--diff': '代わりに、シナリオによる変化を示します。' },
    },
    scenario: {
      summary: '編集後のネットワークに比較用の名前を付けます。元のネットワークは変わりません。',
      options: {},
    },
    compare: {
      summary: '2 つのネットワーク（base やシナリオ）で、どのホストの組が、どこで、なぜ異なるかを示します。',
      options: {},
    },
    'fail each': {
      summary: '要素を 1 つずつ停止させ、到達不能、到達可能、経路の変化、遅延増となるホストの組を示します。',
      options: {
        '--pairs': '障害ごとに影響を受けるホストの組を一覧にします。',
        'k=1': '1 度に 1 つの要素を停止させます（k=2 がなければ常にこれです）。',
        'k=2': '最初の 32 個の要素について、2 つ同時の停止も調べます。',
      },
    },
    'check asymmetry': {
      summary: '応答が別の経路で戻るホストの組と、経路を分けているルートを見つけます。',
      options: {},
    },
    'check blackholes': {
      summary: 'ホスト間のパケットがどこで、どの規則によって失われるかを見つけます。',
      options: {},
    },
    'check limits': {
      summary: '達している Azure の制限と、意外な結果になる設計（中継、優先度、重複）を見つけます。',
      options: {},
    },
    'check loops': { summary: '循環するパケットを見つけます。', options: {} },
    'check multipath': {
      summary: '同じホスト間で、等コスト経路により扱いが異なるフローを、例とともに見つけます。',
      options: {},
    },
    'check stability': {
      summary: 'BGP に安定した結果が複数ある、またはまったくないプレフィックスを見つけて示します。',
      options: {},
    },
    'show ip route': {
      summary:
        'このノードまたはその VRF のルーティング テーブルを、不採用のルートとその理由も含めて表示します。',
      options: {},
    },
    paths: {
      summary: '宛先へのすべての等コスト経路と、このフローが通る経路を表示します。',
      options: { '--flow': FLOW },
    },
    'show ip bgp': {
      summary: 'このノードの BGP の情報、または 1 つのプレフィックスの全情報と選択理由を表示します。',
      options: {},
    },
    'show effective-routes': {
      summary: 'VM の有効なルートを Azure の形式で表示します。',
      options: {},
    },
    'show circuit-routes': {
      summary: 'ExpressRoute 回線の一方のパスのルート テーブルを表示します。',
      options: {},
    },
    'show ospf': {
      summary:
        'このノードの OSPF エリア、インターフェイス、ネイバー、ルーターと、離れた宛先へのルートを表示します。',
      options: {},
    },
    'next-hop': {
      summary: 'ノードがあるアドレスへのパケットをどこに送るかを示します。VM では Azure の形式です。',
      options: { '--flow': FLOW },
    },
    why: {
      summary: 'ルートがどのようにノードに届いたかを、広告、ポリシー、選択とともに示します。',
      options: {},
    },
    'why-not': {
      summary: 'プレフィックスがどこで、どの規則により拒否されたか、または広告されなかったかを示します。',
      options: {},
    },
    announcements: {
      summary: 'プレフィックスの伝播を、セッションごとにポリシー、不採用のルート、拒否とともに示します。',
      options: {},
    },
    perspective: {
      summary: 'ノードから見たネットワークを示します。何をどの経路で知り、残りをなぜ知らないかが分かります。',
      options: {},
    },
    'why-silent': {
      summary: 'トレースのホップがなぜ無応答なのかと、応答させる最小の変更を示します。',
      options: {},
    },
    help: { summary: 'コマンドの一覧を表示します。', options: {} },
  },

  edit: {
    shutdown: 'インターフェイス、ノード、リンクなどの要素を停止します。',
    'no shutdown': '停止した要素を起動します。',
    announce: 'VNet にプレフィックスを広告させる、またはルーターに BGP で広告させます。',
    withdraw: 'プレフィックスの広告を取り消します。',
    set: 'プロパティを設定します。例: set r1-r2 latency 5 ms。',
    unset: 'プロパティを既定に戻します。',
    add: '要素を追加します。例: add host pc9 { lan: office, address: 10.1.0.99 }。',
    remove: '要素を削除します。ノードを削除すると、そのリンクもなくなります。',
  },
};
